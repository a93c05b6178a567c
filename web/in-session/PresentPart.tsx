import { VillageBadge } from "../design/VillageBadge.tsx";
import { useSessionMessages } from "../messages/use-session-messages.ts";
import { type Session, useLooking } from "./use-session.ts";

/** Who has the forum open, by village. */
export function PresentPart({ session }: { session: Session }) {
  const { present: words } = useSessionMessages();
  const present = session.view.parts?.present ?? [];
  useLooking(session.look);
  return (
    <section className="section" aria-label={words.title}>
      <h2>{words.title}</h2>
      {present.length === 0 && <p className="soft">{words.nobody}</p>}
      <ul className="session-present">
        {present.map(({ village, office, names }) => (
          <li key={village?.id ?? office}>
            {village ? <VillageBadge village={village} count={names.length} /> : <b>{office}</b>}
            <span className="soft">{names.join(", ")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
