import { useEffect } from "react";
import { pageRule } from "./page-rule.ts";
import type { PaperSize } from "./paper-size.ts";

/** Holds while the paper is shown. A sheet made by script: the product's own policy forbids inline ones. */
export function usePageRule(size: PaperSize, foot: readonly string[]): void {
  const rule = pageRule(size, foot);
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rule);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [rule]);
}
