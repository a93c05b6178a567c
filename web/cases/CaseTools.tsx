import { LinkButton } from "../design/Button.tsx";
import type { ForumPageData } from "../forums/forum-query.ts";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";

/** On the tab of documents: the way to propose a case, and to sort those that were. */
export default function CaseTools({ forum, may }: Pick<ForumPageData, "forum" | "may">) {
  const { cases: words } = usePrepareMessages();
  return (
    <p className="row">
      {may.proposeCase && (
        <LinkButton href={`/forum/${forum.id}/usul`} icon="plus">
          {words.propose}
        </LinkButton>
      )}
      {may.sortCases && (
        <LinkButton href={`/forum/${forum.id}/kasus`} icon="numbers">
          {words.sort}
        </LinkButton>
      )}
    </p>
  );
}
