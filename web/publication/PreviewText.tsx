import "../document/document.css";
import "../document/editor.css";
import { findingMark } from "../../domain/publication/cover.ts";
import { publicSectionNames } from "../../domain/publication/plain-sections.ts";
import { renderNode, type ShownNode } from "../document/reading-node.ts";
import { useMessages } from "../messages/use-messages.ts";
import { usePublicationMessages } from "../messages/use-publication-messages.ts";
import { findingId } from "./finding-id.ts";
import type { PublicationPreview } from "./publication-query.ts";

/** The text as it becomes public, with the places that were found in it. */
export function PreviewText({ content }: Pick<PublicationPreview, "content">) {
  const { dialog } = usePublicationMessages();
  const { document: words } = useMessages();
  // Each lane is shown under the name that it will bear, whatever village is behind it.
  const names = new Set(lanesIn(content.words).map((name) => name ?? ""));
  const villages = [...names].map((name) => ({
    id: name,
    name: name === "" ? dialog.someVillage : name,
    colour: 0,
  }));
  const context = {
    words: { ...words, sections: { ...words.sections, ...publicSectionNames } },
    villages,
  };
  return (
    <section className="stack" aria-labelledby="publish-preview">
      <h3 id="publish-preview">{dialog.preview}</h3>
      <div className="document-text tiptap publish-preview">
        {content.words.content?.length === 0 ? (
          <p>{dialog.empty}</p>
        ) : (
          renderNode(dressed(content.words), context)
        )}
      </div>
    </section>
  );
}

function dressed(node: ShownNode): ShownNode {
  const found = node.marks?.find(({ type }) => type === findingMark);
  const number = found?.attrs as { number: number } | undefined;
  return {
    ...node,
    ...(node.type === "lane" && { attrs: { ...node.attrs, village: node.attrs?.name ?? "" } }),
    ...(number && {
      dress: { tag: "mark", props: { id: findingId(number.number), tabIndex: -1 } },
    }),
    ...(node.content && { content: node.content.map(dressed) }),
  };
}

function lanesIn({ type, attrs = {}, content = [] }: ShownNode): (string | undefined)[] {
  const own = type === "lane" ? [attrs.name as string | undefined] : [];
  return [...own, ...content.flatMap(lanesIn)];
}
