import { readLine, readPhone } from "../../domain/person-fields.ts";
import { invalidField } from "../../domain/refusals.ts";
import { openDatabase } from "../db/open.ts";
import { type CaredPerson, updatePerson } from "../db/person-care.ts";
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

/** Corrects what differs; the log names the fields and never what stood in them. */
export async function correctPerson(
  env: Env,
  me: SignedIn,
  person: Pick<CaredPerson, "id" | "name" | "position" | "phone">,
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
    // The key is made of the name; without one the person is no longer taken for the old name's.
    change: [
      updatePerson(db, person.id, names.includes("name") ? { ...fields, personKey: null } : fields),
    ],
    onlyIfChanged: true,
    after: [noticeOfPerson(db, person.id, now)],
  });
}

function readCorrection({ name, position, phone }: Correction) {
  return {
    name: name === undefined ? undefined : requireLine(name, "name"),
    position: position === undefined ? undefined : requireLine(position, "position"),
    phone: phone === undefined ? undefined : requirePhone(phone),
  };
}

function requireLine(text: string, field: string): string {
  const line = readLine(text);
  if (line === "" || /\p{Cc}/u.test(line)) throw invalidField(field);
  return line;
}

function requirePhone(text: string): string | null {
  if (readLine(text) === "") return null;
  const phone = readPhone(text);
  if (phone === null) throw invalidField("phone");
  return phone;
}
