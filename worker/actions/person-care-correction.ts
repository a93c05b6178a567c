import { maxWords } from "../../domain/people-list.ts";
import { cleanLine, personKey, phoneDigits } from "../../domain/people-words.ts";
import { personExists } from "../../domain/refusals/people.ts";
import { invalidField } from "../../domain/refusals.ts";
import { openDatabase } from "../db/open.ts";
import { type CaredPerson, isPersonTwice, updatePerson } from "../db/person-care.ts";
import { noticeOfPerson } from "../db/room-notices.ts";
import type { SignedIn } from "../db/sessions.ts";
import type { Env } from "../env.ts";
import { byWhom, record } from "./record.ts";

export interface Correction {
  name?: string | undefined;
  position?: string | undefined;
  /** As it was typed; empty for none. */
  phone?: string | undefined;
}

/**
 * Corrects what differs; the log names the fields and never what stood in them.
 * @throws personExists where the village or office has somebody of that name
 */
export async function correctPerson(
  env: Env,
  me: SignedIn,
  person: Pick<CaredPerson, "id" | "name" | "position" | "phone" | "villageId" | "office">,
  correction: Correction,
  now: number,
): Promise<void> {
  const wanted = readCorrection(correction);
  const fields = Object.fromEntries(
    (["name", "position", "phone"] as const).flatMap((name) =>
      wanted[name] === undefined || wanted[name] === person[name] ? [] : [[name, wanted[name]]],
    ),
  );
  const names = Object.keys(fields);
  if (names.length === 0) return;
  const db = openDatabase(env);
  const key = wanted.name === undefined ? {} : { personKey: keyOf(person, wanted.name) };
  try {
    await record(db, {
      facts: [
        {
          ...byWhom(me),
          action: "personCorrected",
          subjectKind: "person",
          subjectId: person.id,
          details: { fields: names.join(",") },
        },
      ],
      now,
      change: [updatePerson(db, person.id, { ...fields, ...key })],
      onlyIfChanged: true,
      after: [noticeOfPerson(db, person.id, now)],
    });
  } catch (error) {
    throw isPersonTwice(error) ? personExists() : error;
  }
}

function keyOf({ villageId, office }: Pick<CaredPerson, "villageId" | "office">, name: string) {
  return personKey(
    villageId === null ? { name, villageId, office: office ?? "" } : { name, villageId },
  );
}

function readCorrection({ name, position, phone }: Correction) {
  return {
    name: name === undefined ? undefined : requireLine(name, "name"),
    position: position === undefined ? undefined : requireLine(position, "position"),
    phone: phone === undefined ? undefined : requirePhone(phone),
  };
}

function requireLine(text: string, field: string): string {
  const line = cleanLine(text);
  if (!/\p{L}/u.test(line) || line.length > maxWords) throw invalidField(field);
  return line;
}

function requirePhone(text: string): string | null {
  if (cleanLine(text) === "") return null;
  const phone = phoneDigits(text);
  if (phone === null) throw invalidField("phone");
  return phone;
}
