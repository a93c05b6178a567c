import { villageNamed } from "../document/follow-up-words.ts";
import type { ReadingNode } from "../document/reading-node.ts";
import { wordsIn } from "../document/words-in.ts";
import { cleanWords } from "./clean-words.ts";
import type { PublicChoice, PublicContent } from "./public-content.ts";

interface Village {
  id: string;
  name: string;
}

/** Everything that may become public of a thing, before anything was chosen. */
export type PublicSource = Omit<PublicContent, "villages" | "words"> & {
  reading: ReadingNode;
  /** The names of the villages by what the lanes bear. */
  laneNames: ReadonlyMap<unknown, string>;
  /** Villages that it is about as a whole: whose practice it is, who applies what was learnt. */
  villages: readonly Village[];
};

/**
 * What becomes public of it, but for what is covered in the words.
 * @param known the villages of the district
 */
export function contentOf(
  { reading, laneNames, villages, ...head }: PublicSource,
  choice: Pick<PublicChoice, "parts" | "namesVillages">,
  known: readonly Village[],
): PublicContent {
  const words = cleanWords(reading, choice, laneNames);
  const named = choice.namesVillages ? [...villages, ...villagesIn(words, known)] : [];
  return {
    ...head,
    words,
    villages: [...new Map(named.map((each) => [each.id, each])).values()].map(({ id, name }) => ({
      ...{ id, name },
    })),
  };
}

/** Those whose lane or follow-up is in it, in the order of reading. */
function villagesIn(node: ReadingNode, known: readonly Village[]): Village[] {
  const { type, attrs = {}, content = [] } = node;
  const name =
    type === "lane"
      ? String(attrs.name ?? "")
      : type === "field" && attrs.name === "village"
        ? wordsIn(node)
        : "";
  const id = villageNamed(name, known);
  const own = known.filter((village) => village.id === id);
  return [...own, ...content.flatMap((child) => villagesIn(child, known))];
}
