import { Link } from "wouter";
import { Button } from "../design/Button.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { formatDay } from "../time.ts";
import { MemberControls } from "./MemberControls.tsx";
import type { ListedPerson, PeopleData } from "./people-query.ts";
import { useManageMessages } from "./use-manage-messages.ts";

interface Props {
  person: ListedPerson;
  data: PeopleData;
  forumId: string | null;
  onInvite: () => void;
}

export function ListedPersonRow({ person, data, forumId, onInvite }: Props) {
  const words = useManageMessages();
  const { roles: names } = useMessages();
  const [language] = useLanguage();
  const { name, position, village, office, link, hasJoined } = person;
  const held = person.places.filter((place) => forumId === null || place.forumId === forumId);
  const told = [...new Set([...person.roles, ...held.map(({ role }) => role)])];
  const isAgain = ["used", "expired", "revoked"].includes(link.state);
  return (
    <li className="listed-person">
      <div className="listed-words">
        <Link href={`/kelola/orang/${person.id}`} className="listed-name">
          {name}
        </Link>
        <span>
          {position}
          {told.length > 0 && ` · ${told.map((role) => names[role]).join(", ")}`}
        </span>
        {village ? <VillageBadge village={village} /> : <span>{office}</span>}
        <span className="small soft">
          {hasJoined ? words.hasJoined : words.hasNotJoined} · {words.linkStates[link.state]}
          {link.until !== null && ` · ${words.until(formatDay(link.until, language))}`}
        </span>
      </div>
      {person.mayManage && (
        <div className="row">
          <Button
            icon="send"
            aria-label={isAgain ? words.sendAgainNamed(name) : words.inviteNamed(name)}
            onClick={onInvite}
          >
            {isAgain ? words.sendAgain : words.invite}
          </Button>
          {forumId !== null && <MemberControls person={person} data={data} forumId={forumId} />}
        </div>
      )}
    </li>
  );
}
