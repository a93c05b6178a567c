import { useEffect } from "react";
import { type ThreadKind, threadKinds } from "../../domain/statuses.ts";
import type { ThreadView } from "../../party/notes/thread-view.ts";

/** By colour and by the line below the words, which may be seen where several notes overlap. */
const looks: Record<ThreadKind, { colour: string; line: string; offset: string }> = {
  question: { colour: "--info", line: "dotted", offset: "0.18em" },
  correction: { colour: "--danger", line: "wavy", offset: "0.26em" },
  regulation: { colour: "--wait", line: "double", offset: "0.22em" },
  practice: { colour: "--good", line: "dashed", offset: "0.3em" },
  praise: { colour: "--accent", line: "solid", offset: "0.14em" },
};

/**
 * Paints the marks of known threads. By a style sheet and not by the editor: what is being typed,
 * composed or selected is not touched, and a mark that nobody knows looks like any other word.
 */
export function useMarkPaint(threads: readonly ThreadView[], activeId: string | null): void {
  const rules = paintOf(threads, activeId);
  useEffect(() => {
    if (!("adoptedStyleSheets" in document)) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [rules]);
}

function paintOf(threads: readonly ThreadView[], activeId: string | null): string {
  const rules = threadKinds.flatMap((kind) => {
    const { colour, line, offset } = looks[kind];
    const ofKind = threads.filter((thread) => thread.kind === kind);
    const open = ofKind.filter(({ closed }) => closed === null);
    return [
      rule(
        open,
        `cursor:pointer;background:color-mix(in srgb,var(${colour}) 13%,transparent);text-decoration:underline ${line} 2px var(${colour});text-underline-offset:${offset}`,
      ),
      rule(
        ofKind.filter(({ closed }) => closed !== null),
        "cursor:pointer;text-decoration:underline dotted 1px var(--field-line);text-underline-offset:0.2em",
      ),
      rule(
        ofKind.filter(({ id }) => id === activeId),
        `background:color-mix(in srgb,var(${colour}) 32%,transparent);text-decoration-thickness:3px;box-shadow:0 0 0 2px color-mix(in srgb,var(${colour}) 32%,transparent)`,
      ),
    ];
  });
  return rules.join("");
}

function rule(threads: readonly ThreadView[], declarations: string): string {
  if (threads.length === 0) return "";
  const marks = threads.map(({ id }) => `[data-thread="${CSS.escape(id)}"]`);
  return `.tiptap :is(${marks.join()}){${declarations}}`;
}
