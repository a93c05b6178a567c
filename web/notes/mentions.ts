import type { CitedRegulation, Mentioned } from "../../party/notes/thread-view.ts";
import { personName, villageName } from "../design/shown-name.ts";
import type { Messages } from "../messages/use-messages.ts";
import type { Mentions } from "./use-note-draft.ts";

export interface Candidate {
  kind: "village" | "person";
  id: string;
  name: string;
  /** A person's village or office. */
  from: string | null;
}

/** What stands between the last @ and the caret; null where nobody is being named. */
export function queryAt(text: string, caret: number): string | null {
  const begun = /(?:^|\s)@([^@\n]{0,40})$/.exec(text.slice(0, caret));
  return begun?.[1] ?? null;
}

/** Who may be meant by it: villages first, and nobody who is named already. */
export function candidatesOf(
  mentionable: Mentioned,
  query: string,
  named: Mentions,
  masks: Messages["masks"],
): Candidate[] {
  const wanted = query.trim().toLocaleLowerCase("id");
  return everybody(mentionable, masks).filter(
    (each) => !isIn(named, each) && each.name.toLocaleLowerCase("id").includes(wanted),
  );
}

export function mentionedIn(
  mentionable: Mentioned,
  named: Mentions,
  masks: Messages["masks"],
): Candidate[] {
  return everybody(mentionable, masks).filter((each) => isIn(named, each));
}

export function addMention(named: Mentions, { kind, id }: Candidate): Mentions {
  return kind === "village"
    ? { ...named, villageIds: [...named.villageIds, id] }
    : { ...named, personIds: [...named.personIds, id] };
}

export function removeMention(named: Mentions, { id }: Candidate): Mentions {
  const others = (ids: string[]) => ids.filter((each) => each !== id);
  return { ...named, villageIds: others(named.villageIds), personIds: others(named.personIds) };
}

/** One that is cited already stays as it was cited. */
export function addCitation(named: Mentions, cited: CitedRegulation): Mentions {
  const isKnown = named.regulations.some(({ id }) => id === cited.id);
  return isKnown ? named : { ...named, regulations: [...named.regulations, cited] };
}

export function removeCitation(named: Mentions, id: string): Mentions {
  return { ...named, regulations: named.regulations.filter((each) => each.id !== id) };
}

function everybody({ villages, people }: Mentioned, masks: Messages["masks"]): Candidate[] {
  return [
    ...villages.map((village): Candidate => {
      return { kind: "village", id: village.id, name: villageName(village, masks), from: null };
    }),
    ...people.map((person): Candidate => {
      const from = person.village ? villageName(person.village, masks) : person.office;
      return { kind: "person", id: person.personId, name: personName(person, masks), from };
    }),
  ];
}

function isIn(named: Mentions, { kind, id }: Candidate): boolean {
  return (kind === "village" ? named.villageIds : named.personIds).includes(id);
}
