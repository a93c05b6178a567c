import "./Greeting.css";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useMessages } from "../messages/use-messages.ts";
import type { Me } from "../session/me-query.ts";

/** The krama greeting with its Indonesian, and who the person is here. */
export function Greeting({ person }: { person: Me["person"] }) {
  const { home } = useMessages();
  return (
    <div className="greeting">
      <h1>
        <span className="greeting-words">{home.greeting}</span> {home.name(person.name)}
      </h1>
      <p className="row soft">
        <span>{person.position}</span>
        {person.village ? <VillageBadge village={person.village} /> : <span>{person.office}</span>}
      </p>
    </div>
  );
}
