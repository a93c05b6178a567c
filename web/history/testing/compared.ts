import type { ComparedNode, ComparedText } from "../../../party/history/history-view.ts";
import type { ShownAuthor, ShownOrigin } from "../history-answers.ts";

/** Somebody of the village of this letter. */
export function villager(letter: string, person = "1"): ShownAuthor {
  const id = `village-${letter}`;
  return {
    ...{ key: `${letter}${person}`, name: null, office: null, number: null, isRoom: false },
    village: { id, name: `Desa Contoh ${letter}`, colour: letter.charCodeAt(0) - 65 },
  };
}

export const room: ShownAuthor = {
  ...{ key: "room", village: null, name: null, office: null, number: null, isRoom: true },
};

export function originOf(author: ShownAuthor, at = 1): ShownOrigin {
  return { author, cause: null, from: at, to: at, fromAt: at, toAt: at };
}

export function text(words: string, more: Partial<ComparedText> = {}): ComparedText {
  return { text: words, marks: {}, writtenBy: 0, ...more };
}

export function block(
  type: string,
  content: ComparedNode["content"],
  more: Partial<ComparedNode> = {},
): ComparedNode {
  return { type, attrs: {}, writtenBy: 0, content, ...more };
}

export const paragraph = (...content: ComparedNode["content"]) => block("paragraph", content);
