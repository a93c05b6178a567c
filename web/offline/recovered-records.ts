import { openDevice, type RecoveredRecord } from "./device-database.ts";
import { everythingOf } from "./device-person.ts";

/** Everything that rooms did not take from this person, on this device. */
export async function readRecovered(
  personId: string,
): Promise<(RecoveredRecord & { id: number })[]> {
  const work = (await openDevice()).transaction("recovered");
  const found: (RecoveredRecord & { id: number })[] = [];
  for await (const { primaryKey: id, value } of work.store
    .index("document")
    .iterate(everythingOf(personId))) {
    found.push({ ...value, id });
  }
  return found;
}

export async function removeRecovered(id: number): Promise<void> {
  await (await openDevice()).delete("recovered", id);
}
