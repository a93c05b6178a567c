import "./PageFrame.css";
import type { ReactNode } from "react";
import { Link, useRoute } from "wouter";
import { can } from "../../domain/permissions.ts";
import { useMessages } from "../messages/use-messages.ts";
import { NewVersionNotice } from "../offline/NewVersionNotice.tsx";
import { SearchButton } from "../search/SearchButton.tsx";
import { LeaveShared } from "../session/LeaveShared.tsx";
import { PersonMenu } from "../session/PersonMenu.tsx";
import { useMe } from "../session/SignedIn.tsx";
import { BackLink } from "./BackLink.tsx";
import { Brand } from "./Brand.tsx";
import { Icon, type IconName } from "./Icon.tsx";
import { Notice } from "./Notice.tsx";
import { OfflineNotice } from "./OfflineNotice.tsx";
import { usePageTitle } from "./use-page-title.ts";

interface Props {
  /** For the browser's title; the page itself shows its own h1. */
  title: string;
  /** Where Back leads when this page was the first that was opened; no Back without it. */
  back?: string;
  /** Pages that need the whole height, such as the document's, have no bottom bar on phones. */
  isQuiet?: boolean;
  children: ReactNode;
}

/** What stands around every page of a signed-in person: name, places, their menu. */
export function PageFrame({ title, back, isQuiet = false, children }: Props) {
  const { skipToContent, places, demo } = useMessages();
  const { person, roles, isShared } = useMe();
  const actor = { personId: person.id, villageId: person.village?.id ?? null, roles };
  usePageTitle(title);
  return (
    <div className="frame" data-quiet={isQuiet}>
      <a href="#content" className="skip-link">
        {skipToContent}
      </a>
      <header className="frame-side">
        <Brand isDemo={person.isDemo} />
        <nav className="places" aria-label={places.label}>
          <Place href="/" pattern="/" icon="home" name={places.home} />
          <Place href="/forum" pattern="/forum/*?" icon="forum" name={places.forums} />
          <Place href="/program" pattern="/program/*?" icon="program" name={places.program} />
          <Place
            href="/perpustakaan"
            pattern="/perpustakaan/*?"
            icon="library"
            name={places.library}
            shortName={places.libraryShort}
          />
          {can(actor, "people.see") && (
            <Place href="/kelola" pattern="/kelola/*?" icon="people" name={places.manage} />
          )}
        </nav>
        <SearchButton />
        <PersonMenu />
        {isShared && <LeaveShared />}
      </header>
      <main id="content" tabIndex={-1} className="frame-main">
        <NewVersionNotice />
        <OfflineNotice />
        {back && <BackLink otherwise={back} />}
        {children}
        {person.isDemo && !isQuiet && <Notice icon="warning">{demo.notice}</Notice>}
      </main>
    </div>
  );
}

interface PlaceProps {
  href: string;
  pattern: string;
  icon: IconName;
  name: string;
  /** Where the whole name does not fit, on phones. */
  shortName?: string;
}

function Place({ href, pattern, icon, name, shortName = name }: PlaceProps) {
  const [isHere] = useRoute(pattern);
  return (
    <Link href={href} className="place" aria-current={isHere ? "page" : undefined}>
      <Icon name={icon} />
      <span className="place-name">{name}</span>
      <span className="place-short" aria-hidden="true">
        {shortName}
      </span>
    </Link>
  );
}
