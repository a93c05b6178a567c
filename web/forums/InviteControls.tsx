import { LinkButton } from "../design/Button.tsx";
import { Notice } from "../design/Notice.tsx";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";
import type { ForumPageData } from "./forum-query.ts";
import { withoutRepresentative } from "./representative-of.ts";

/** For hosts, on the tab of people: who is invited, and what is missing. */
export default function InviteControls({
  forum,
  villages,
}: Pick<ForumPageData, "forum" | "villages">) {
  const { villages: words, guests } = usePrepareMessages();
  const missing = withoutRepresentative(villages);
  return (
    <div className="section">
      <p className="row">
        <LinkButton href={`/forum/${forum.id}/desa`} icon="people">
          {words.link}
        </LinkButton>
        <LinkButton href={`/forum/${forum.id}/tamu`} icon="person">
          {guests.link}
        </LinkButton>
      </p>
      {missing.length > 0 && (
        <Notice icon="warning" tone="wait">
          {words.missing(missing.map(({ name }) => name).join(", "))}
        </Notice>
      )}
    </div>
  );
}
