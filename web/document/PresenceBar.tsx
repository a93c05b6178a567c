import { useState } from "react";
import type { OwnRights } from "../../party/room-person.ts";
import { Button } from "../design/Button.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { caretOf } from "./editor/carets.ts";
import type { RoomConnection } from "./room-connection.ts";
import { type PresentPerson, usePresentPeople } from "./use-present-people.ts";

interface Props {
  connection: RoomConnection;
  me: OwnRights;
}

interface Group {
  key: string;
  village: OwnRights["village"];
  office: string | null;
  people: PresentPerson[];
  hasMe: boolean;
}

/** Who is here, by village; a village opens to its names, a name leads to what its owner writes. */
export function PresenceBar({ connection, me }: Props) {
  const { document: words } = useMessages();
  const [openKey, setOpenKey] = useState<string | null>(null);
  const groups = groupPeople(usePresentPeople(connection), me);
  const open = groups.find(({ key }) => key === openKey);
  return (
    <div className="presence-bar">
      <ul aria-label={words.presence.label}>
        {groups.map((group) => (
          <li key={group.key}>
            <button
              type="button"
              className="presence-chip"
              aria-expanded={group.key === openKey}
              onClick={() => setOpenKey(group.key === openKey ? null : group.key)}
            >
              {group.village ? (
                <VillageBadge village={group.village} count={countOf(group)} />
              ) : (
                <span>
                  {group.office ?? words.presence.office}{" "}
                  <span className="soft">{countOf(group)}</span>
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {open && (
        <ul className="presence-names">
          {open.hasMe && <li>{`${me.name} (${words.presence.you})`}</li>}
          {namesOf(open).map((person) => (
            <li key={person.client}>
              <span>{person.name}</span>
              <Button weight="quiet" onClick={() => jumpTo(person.client)}>
                {words.presence.jump(person.name)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function groupPeople(others: PresentPerson[], me: OwnRights): Group[] {
  const groups = new Map<string, Group>();
  const groupOf = ({ village, office }: Pick<OwnRights, "village" | "office">) => {
    const key = village?.id ?? office ?? "";
    const group = groups.get(key) ?? { key, village, office, people: [], hasMe: false };
    groups.set(key, group);
    return group;
  };
  groupOf(me).hasMe = true;
  for (const person of others) {
    if (person.personId !== me.personId) groupOf(person).people.push(person);
  }
  return [...groups.values()];
}

/** One line a person, however many devices they brought. */
function namesOf({ people }: Group): PresentPerson[] {
  const seen = new Set<string>();
  return people.filter(({ personId }) => {
    if (seen.has(personId)) return false;
    seen.add(personId);
    return true;
  });
}

function countOf(group: Group): number {
  return namesOf(group).length + (group.hasMe ? 1 : 0);
}

function jumpTo(client: number): void {
  caretOf(document, client)?.scrollIntoView({ block: "center", behavior: "smooth" });
}
