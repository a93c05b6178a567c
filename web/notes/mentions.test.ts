import { expect, test } from "vitest";
import type { Mentioned } from "../../party/notes/thread-view.ts";
import { id as messages } from "../messages/id.ts";
import { addMention, candidatesOf, mentionedIn, queryAt, removeMention } from "./mentions.ts";
import { noMentions } from "./use-note-draft.ts";

const village = { id: "a", name: "Desa Contoh A", colour: 0 };
const mentionable: Mentioned = {
  villages: [village, { id: "b", name: "Desa Contoh B", colour: 1 }],
  people: [
    { personId: "p", name: "Nur'aini, S.Sos., M.Si.", village, office: null },
    { personId: "q", name: "Sukarno", village: null, office: "Kecamatan Binangun" },
  ],
};

const queries: [text: string, query: string | null][] = [
  ["", null],
  ["@", ""],
  ["Mohon dilihat @desa contoh", "desa contoh"],
  ["@Nur'aini, S.Sos", "Nur'aini, S.Sos"],
  ["surel nama@contoh", null],
  ["@desa\n", null],
];

test.each(queries)("whoever wrote “%s” names %j", (text, query) => {
  expect(queryAt(text, text.length)).toBe(query);
});

test("a name is found by any part of it, with its apostrophes and titles", () => {
  const found = candidatesOf(mentionable, "r'aini, s", noMentions, messages.masks);
  expect(found).toEqual([
    { kind: "person", id: "p", name: "Nur'aini, S.Sos., M.Si.", from: "Desa Contoh A" },
  ]);
});

test("whoever is named is not offered again, until they are taken out", () => {
  const [first] = candidatesOf(mentionable, "contoh a", noMentions, messages.masks);
  if (!first) throw new Error("nobody was found");
  const named = addMention(noMentions, first);
  expect(candidatesOf(mentionable, "contoh a", named, messages.masks)).toEqual([]);
  expect(mentionedIn(mentionable, named, messages.masks)).toEqual([first]);
  expect(removeMention(named, first)).toEqual(noMentions);
});

test("in an unnamed case people are offered under their numbers", () => {
  const masked = { id: "m", number: 3, colour: 4 };
  const people = [{ personId: "x", number: 112, village: masked, office: null }] as const;
  const found = candidatesOf(
    { villages: [masked], people: [...people] },
    "",
    noMentions,
    messages.masks,
  );
  expect(found.map(({ name }) => name)).toEqual(["Desa 3", "Peserta 112"]);
});
