import "./prepare.css";
import { LinkButton } from "../design/Button.tsx";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";
import { ForumInvitationButton } from "./ForumInvitationButton.tsx";
import type { ForumPageData } from "./forum-query.ts";
import { PlanChecklist } from "./PlanChecklist.tsx";

/** For who sets the forum up: its settings, and while it is planned what is still to do. */
export default function HostTools({ data }: { data: ForumPageData }) {
  const { forum: words } = usePrepareMessages();
  const { id, status } = data.forum;
  return (
    <>
      <p className="row">
        <LinkButton href={`/forum/${id}/pengaturan`} icon="pencil">
          {words.settings}
        </LinkButton>
        {status !== "ended" && status !== "cancelled" && <ForumInvitationButton data={data} />}
        <LinkButton href={`/forum/${id}/undangan`} icon="print">
          {words.printInvitation}
        </LinkButton>
      </p>
      {(status === "planned" || status === "invited") && <PlanChecklist data={data} />}
    </>
  );
}
