import type { ReadingNode } from "../document/reading-node.ts";
import { overwritten } from "../redacted-words.ts";
import type { PublicContent } from "./public-content.ts";
import { type Replacement, rewriteTexts } from "./text-runs.ts";

/**
 * A publication's content without words that were removed from its document, as JSON like what was
 * given; the same text where it has none of them.
 */
export function overwrittenContent(json: string, words: readonly string[]): string {
  // Written by `publish` and by this alone.
  const content = JSON.parse(json) as PublicContent;
  const without = (text: string) => overwritten(text, words);
  const { forum } = content;
  return JSON.stringify({
    ...content,
    title: without(content.title),
    forum: forum && {
      ...forum,
      title: without(forum.title),
      place: without(forum.place),
      agenda: forum.agenda.map(without),
    },
    words: rewriteTexts(withoutInValues(content.words, without), (text) =>
      changed(text, without(text)),
    ),
  } satisfies PublicContent);
}

/** Addresses of links and titles of parts. */
function withoutInValues(node: ReadingNode, without: (text: string) => string): ReadingNode {
  const inValues = (values: object) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        ["href", "title"].includes(name) && typeof value === "string" ? without(value) : value,
      ]),
    );
  const { attrs, marks, content } = node;
  return {
    ...node,
    ...(attrs && { attrs: inValues(attrs) }),
    ...(marks && {
      marks: marks.map((mark) =>
        mark.attrs ? { ...mark, attrs: inValues(mark.attrs as object) } : mark,
      ),
    }),
    ...(content && { content: content.map((child) => withoutInValues(child, without)) }),
  };
}

/** Where two texts of one length differ. */
function changed(before: string, after: string): Replacement[] {
  const places: Replacement[] = [];
  for (let at = 0; at < before.length; at++) {
    if (before[at] === after[at]) continue;
    const last = places.at(-1);
    if (last?.to === at) {
      last.to = at + 1;
      last.text += after[at];
    } else places.push({ from: at, to: at + 1, text: after[at] ?? "" });
  }
  return places;
}
