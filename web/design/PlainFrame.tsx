import "./PlainFrame.css";
import type { ReactNode } from "react";
import { NewVersionNotice } from "../offline/NewVersionNotice.tsx";
import { Brand } from "./Brand.tsx";
import { LanguageButton } from "./LanguageButton.tsx";
import { OfflineNotice } from "./OfflineNotice.tsx";
import { usePageTitle } from "./use-page-title.ts";

/** For pages without a person: one column, nothing to go to. */
export function PlainFrame({ title, children }: { title: string; children: ReactNode }) {
  usePageTitle(title);
  return (
    <div className="plain-frame">
      <header className="plain-frame-head">
        <Brand />
        <LanguageButton />
      </header>
      <main id="content" tabIndex={-1} className="plain-frame-main">
        <NewVersionNotice />
        <OfflineNotice />
        {children}
      </main>
    </div>
  );
}
