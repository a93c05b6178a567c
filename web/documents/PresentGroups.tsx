import { VillageBadge } from "../design/VillageBadge.tsx";
import type { DocumentCard } from "../home/home-query.ts";
import { useMessages } from "../messages/use-messages.ts";

/** More would push the next document off a phone's screen; the document itself shows all. */
const mostShown = 5;

/** Who has the document open now, by village or office. */
export function PresentGroups({ present }: { present: DocumentCard["present"] }) {
  const { documents, masks } = useMessages();
  // A line that says "1 more" would take the place of the one that it hides.
  const shown = present.length > mostShown ? present.slice(0, mostShown - 1) : present;
  const left = present.length - shown.length;
  return (
    <div className="present">
      <p className="present-label">{documents.presentNow}</p>
      <ul>
        {shown.map(({ village, office, names }) => (
          <li key={village?.id ?? office ?? ""}>
            {village ? (
              <VillageBadge village={village} />
            ) : (
              <strong>{office ?? documents.noOffice}</strong>
            )}
            <span className="soft">
              {names
                .map((name) => (typeof name === "number" ? masks.person(name) : name))
                .join(", ")}
            </span>
          </li>
        ))}
        {left > 0 && <li className="soft">{documents.andOthers(left)}</li>}
      </ul>
    </div>
  );
}
