import "./ForumTabs.css";
import { Link } from "wouter";
import { useMessages } from "../messages/use-messages.ts";

/** The parts of a forum's page, each with an address of its own. */
const addresses = {
  agenda: "",
  documents: "/dokumen",
  people: "/peserta",
  register: "/kesepakatan",
} as const;
export type ForumTab = keyof typeof addresses;

const tabs = Object.keys(addresses) as ForumTab[];

/** The tab at an address's last part; null where there is none. */
export function tabAt(part: string | undefined): ForumTab | null {
  return tabs.find((tab) => addresses[tab] === (part === undefined ? "" : `/${part}`)) ?? null;
}

export function ForumTabs({ forumId, current }: { forumId: string; current: ForumTab }) {
  const { forums } = useMessages();
  return (
    <nav className="tabs" aria-label={forums.tabs}>
      {tabs.map((tab) => (
        <Link
          key={tab}
          href={`/forum/${forumId}${addresses[tab]}`}
          aria-current={tab === current ? "page" : undefined}
          replace
        >
          {forums[tab]}
        </Link>
      ))}
    </nav>
  );
}
