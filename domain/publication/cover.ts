import type { ReadingNode } from "../document/reading-node.ts";
import { findPersonalData, type NameFinder, type PersonalKind } from "./personal-data.ts";
import { coveredWords, type PublicContent, unnamedVillage } from "./public-content.ts";
import { type Replacement, replaced, rewriteTexts } from "./text-runs.ts";

/** What was found in what would become public, in the order of reading. */
export interface Finding {
  /** Its mark in the text bears this too. */
  number: number;
  kind: PersonalKind | "village";
  text: string;
  isCovered: boolean;
  /** Whether it stands in the text; otherwise in the head: title, forum, place, agenda. */
  isInText: boolean;
}

interface Covering {
  names: NameFinder;
  /** The villages that are not to be named; null where they may be. */
  villages: readonly string[] | null;
  /** Texts that are shown although they look like personal data. */
  shown: readonly string[];
}

/** The type of the mark that a finding bears in a preview. */
export const findingMark = "finding";

interface Covered {
  /** As it becomes public. */
  content: PublicContent;
  /** The same for a preview: its findings are marked. */
  marked: PublicContent;
  findings: Finding[];
}

/** Covers what looks like personal data, and the villages where they are not to be named. */
export function cover(content: PublicContent, covering: Covering): Covered {
  const plain = withCovered(content, covering, false);
  const { content: marked, findings } = withCovered(content, covering, true);
  return { content: plain.content, marked, findings };
}

function withCovered(content: PublicContent, covering: Covering, isMarking: boolean) {
  const findings: Finding[] = [];
  const villages = covering.villages && villageFinder(covering.villages);
  const find = (text: string, isInText: boolean): Replacement[] =>
    inText(text, covering.names, villages).map(({ kind, from, to, text: words }) => {
      const isCovered = kind === "village" || !covering.shown.includes(words);
      const number = findings.push({
        ...{ number: findings.length + 1, kind, text: words, isCovered, isInText },
      });
      const shown = kind === "village" ? unnamedVillage : isCovered ? coveredWords : words;
      const mark = isMarking && isInText ? { type: findingMark, attrs: { number } } : null;
      return { from, to, text: shown, ...(mark && { mark }) };
    });
  const line = (text: string) => replaced(text, find(text, false));
  const { forum } = content;
  const head = {
    title: line(content.title),
    forum: forum && {
      ...forum,
      title: line(forum.title),
      place: line(forum.place),
      agenda: forum.agenda.map(line),
    },
  };
  const lineInText = (text: string) => replaced(text, find(text, true));
  const words = rewriteTexts(
    withoutTellingLinks(content.words, covering.names, lineInText),
    (text) => find(text, true),
  );
  return { content: { ...content, ...head, words }, findings };
}

interface Found {
  kind: Finding["kind"];
  from: number;
  to: number;
  text: string;
}

function inText(text: string, names: NameFinder, villages: RegExp | null): Found[] {
  const found: Found[] = findPersonalData(text, names);
  for (const { 0: words, index } of villages ? text.matchAll(villages) : []) {
    const to = index + words.length;
    if (found.some((other) => index < other.to && other.from < to)) continue;
    found.push({ kind: "village", from: index, to, text: words });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** By name, with or without "Desa" before it; a sub-district or regency of that name stays. */
function villageFinder(names: readonly string[]): RegExp | null {
  const bare = names
    .map((name) => name.replace(/^desa\s+/i, "").trim())
    .filter((name) => name !== "")
    .sort((a, b) => b.length - a.length)
    .map((name) =>
      name
        .split(/\s+/)
        .map((word) => word.replace(/[^\p{L}\p{N}]/gu, "\\$&"))
        .join("\\s+"),
    );
  if (bare.length === 0) return null;
  const before = "(?<!(?:Kecamatan|Kec\\.?|Camat|Kabupaten|Kab\\.?)\\s+)(?<![\\p{L}\\p{N}])";
  return new RegExp(
    `${before}(?:(?:Desa|Ds\\.?|Pemdes)\\s+)?(?:${bare.join("|")})(?![\\p{L}\\p{N}])`,
    "giu",
  );
}

/** Links whose address tells a person lose it; titles of parts are covered as texts are. */
function withoutTellingLinks(
  node: ReadingNode,
  names: NameFinder,
  line: (text: string) => string,
): ReadingNode {
  const { attrs, marks, content } = node;
  const title = attrs?.title;
  const tells = (mark: { type: string; attrs?: unknown }) =>
    mark.type === "link" && findPersonalData(JSON.stringify(mark.attrs), names).length > 0;
  return {
    ...node,
    ...(typeof title === "string" && { attrs: { ...attrs, title: line(title) } }),
    ...(marks && { marks: marks.filter((mark) => !tells(mark)) }),
    ...(content && { content: content.map((child) => withoutTellingLinks(child, names, line)) }),
  };
}
