import type { Editor } from "@tiptap/core";
import { lazy, Suspense, useEffect, useReducer, useState } from "react";
import { citationAddress } from "../../domain/document/citations.ts";
import { shortName } from "../../domain/regulations.ts";
import { Icon } from "../design/Icon.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { patiently } from "../offline/patiently.ts";
import type { Regulation } from "../regulations/regulations-query.ts";
import { firstTools, furtherTools, type Tool, tableTools } from "./tools.ts";

const LinkDialog = lazy(() => patiently(() => import("./LinkDialog.tsx")));
const CiteDialog = lazy(() => patiently(() => import("../regulations/CiteDialog.tsx")));

/** The writing tools; on a phone the first of them above the keyboard and the rest behind "more". */
export function Toolbar({ editor, onImport }: { editor: Editor; onImport: () => void }) {
  const { document: words } = useMessages();
  const [hasMore, setMore] = useState(false);
  const [isLinking, setLinking] = useState(false);
  const [isCiting, setCiting] = useState(false);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    editor.on("transaction", redraw);
    return () => {
      editor.off("transaction", redraw);
    };
  }, [editor]);
  return (
    <div className="toolbar" role="toolbar" aria-label={words.toolbar} data-more={hasMore}>
      <div className="toolbar-row">
        {firstTools.map((tool) => (
          <ToolButton key={tool.name} editor={editor} tool={tool} />
        ))}
        <button
          type="button"
          className="tool toolbar-more"
          aria-expanded={hasMore}
          onClick={() => setMore(!hasMore)}
        >
          <Icon name="more" />
          <span className="tool-name">{words.more}</span>
        </button>
        <div className="toolbar-further">
          {furtherTools.map((tool) => (
            <ToolButton key={tool.name} editor={editor} tool={tool} />
          ))}
          <button
            type="button"
            className="tool"
            aria-pressed={editor.isActive("link")}
            onClick={() => setLinking(true)}
          >
            <Icon name="link" />
            <span className="tool-name">{words.tools.link}</span>
          </button>
          <button
            type="button"
            className="tool"
            aria-label={words.citeRegulation}
            onClick={() => setCiting(true)}
          >
            <span className="tool-sign" aria-hidden="true">
              §
            </span>
            <span className="tool-name">{words.regulation}</span>
          </button>
          <button type="button" className="tool" aria-label={words.bringIn} onClick={onImport}>
            <Icon name="document" />
            <span className="tool-name">{words.fromWord}</span>
          </button>
        </div>
      </div>
      {editor.isActive("table") && (
        <div className="toolbar-row">
          {tableTools.map((tool) => (
            <ToolButton key={tool.name} editor={editor} tool={tool} />
          ))}
        </div>
      )}
      {isLinking && (
        <Suspense>
          <LinkDialog editor={editor} onClose={() => setLinking(false)} />
        </Suspense>
      )}
      {isCiting && (
        <Suspense>
          <CiteDialog
            onChoose={(regulation) => {
              cite(editor, regulation);
              setCiting(false);
            }}
            onClose={() => setCiting(false)}
          />
        </Suspense>
      )}
    </div>
  );
}

/** With the selected words, or with the regulation's name. */
function cite(editor: Editor, regulation: Regulation): void {
  const attrs = { href: citationAddress(regulation.id) };
  const chain = editor.chain().focus();
  if (!editor.state.selection.empty) chain.setLink(attrs).run();
  else {
    const marks = [{ type: "link", attrs }];
    chain.insertContent({ type: "text", text: shortName(regulation), marks }).run();
  }
}

function ToolButton({ editor, tool }: { editor: Editor; tool: Tool }) {
  const { tools } = useMessages().document;
  return (
    <button
      type="button"
      className="tool"
      data-tool={tool.name}
      title={tools[tool.name]}
      aria-pressed={tool.isActive?.(editor)}
      // The caret and the phone's keyboard stay where they are.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => tool.run(editor.chain().focus()).run()}
    >
      {typeof tool.sign === "string" ? (
        <span className="tool-sign" aria-hidden="true">
          {tool.sign}
        </span>
      ) : (
        <Icon name={tool.sign.icon} />
      )}
      <span className="tool-name">{tools[tool.name]}</span>
    </button>
  );
}
