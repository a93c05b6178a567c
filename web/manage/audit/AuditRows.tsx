import "./AuditRows.css";
import type { InferResponseType } from "hono/client";
import { Link } from "wouter";
import type { api } from "../../api.ts";
import { useCareMessages } from "../../messages/use-care-messages.ts";
import { useLanguage, useMessages } from "../../messages/use-messages.ts";
import { useMe } from "../../session/SignedIn.tsx";
import { formatDay, formatTime } from "../../time.ts";

type Row = InferResponseType<typeof api.audit.$get>["rows"][number];

/** A table where there is room, cards on a phone. */
export function AuditRows({ rows }: { rows: readonly Row[] }) {
  const { audit: words } = useCareMessages();
  return (
    <table className="audit-rows">
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.person}</th>
          <th scope="col">{words.as}</th>
          <th scope="col">{words.action}</th>
          <th scope="col">{words.subject}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <AuditRow key={row.seq} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function AuditRow({ row }: { row: Row }) {
  const { audit: words } = useCareMessages();
  const { roles } = useMessages();
  const [language] = useLanguage();
  const roleNames: Record<string, string> = roles;
  const actionNames: Record<string, string> = words.actions;
  const subjectNames: Record<string, string> = words.subjects;
  const { subject } = row;
  return (
    <tr>
      <td className="soft small">{row.seq}</td>
      <td>
        {formatDay(row.at, language)} {formatTime(row.at)}
      </td>
      <td>
        <Actor row={row} />
      </td>
      <td className="soft">{row.roles.map((role) => roleNames[role] ?? role).join(", ")}</td>
      <td>
        <span className="audit-action">{actionNames[row.action] ?? row.action}</span>{" "}
        <Details row={row} />
      </td>
      <td>
        {subjectNames[subject.kind] ?? subject.kind}
        {subject.name !== null && `: ${subject.name}`}
        {row.forum?.title && subject.kind !== "forum" && (
          <span className="small soft"> ({row.forum.title})</span>
        )}
      </td>
    </tr>
  );
}

function Actor({ row: { person, isMasked } }: { row: Row }) {
  const { audit: words } = useCareMessages();
  const me = useMe();
  if (isMasked) return <em>{words.masked}</em>;
  if (person === null) return words.system;
  const name = person.name ?? words.unknown;
  const isHost = me.roles.some((role) => role === "camat" || role === "facilitator");
  return isHost ? <Link href={`/kelola/orang/${person.id}`}>{name}</Link> : name;
}

/** Codes, such as "draft → open"; people's words are never in them. */
function Details({ row: { details, isMasked } }: { row: Row }) {
  const { audit: words } = useCareMessages();
  const messages = useMessages();
  if (details === null) return isMasked ? null : <span className="soft">{words.unreadable}</span>;
  const names: Record<string, string> = {
    ...messages.forumStatuses,
    ...messages.moduleStatuses,
    ...messages.documentStatuses,
    ...messages.roles,
    ...words.codes,
  };
  const { salt: _, from, to, ...others } = details;
  const shown = (value: unknown) => names[`${value}`] ?? `${value}`;
  const parts = Object.entries(others).map(([name, value]) =>
    name === "role" ? shown(value) : `${shown(name)}: ${shown(value)}`,
  );
  if (from !== undefined && to !== undefined) parts.unshift(`${shown(from)} → ${shown(to)}`);
  return parts.length === 0 ? null : <span className="soft">({parts.join("; ")})</span>;
}
