import { useCareMessages } from "../../messages/use-care-messages.ts";
import { useLanguage, useMessages } from "../../messages/use-messages.ts";
import { formatMoment } from "../../time.ts";
import type { PersonCare } from "./PersonPage.tsx";

export function PersonFacts({ care }: { care: PersonCare }) {
  const { person: words } = useCareMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  const { person, places, openDevices, lastSeenAt, link } = care;
  const now = Date.now();
  const facts: [string, string][] = [
    [words.position, person.position],
    [words.from, person.village?.name ?? person.office ?? ""],
    [words.phone, person.phone ? `+${person.phone}` : words.noPhone],
    [
      words.forums,
      places.map(({ title, role }) => `${title} (${messages.roles[role]})`).join("; ") ||
        words.noForums,
    ],
    [words.devices, words.deviceCount(openDevices)],
    [
      words.lastSeen,
      lastSeenAt === null ? words.never : formatMoment(lastSeenAt, now, messages, language),
    ],
    [words.link, words.links[stateOf(link, now)]],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function stateOf(link: PersonCare["link"], now: number) {
  if (link === null) return "none";
  if (link.usedAt !== null) return "used";
  if (link.revokedAt !== null) return "revoked";
  return link.expiresAt <= now ? "expired" : "waiting";
}
