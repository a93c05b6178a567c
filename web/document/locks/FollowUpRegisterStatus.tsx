import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { useLanguage } from "../../messages/use-messages.ts";
import { usePartsMessages } from "../../messages/use-parts-messages.ts";
import { dayWords } from "../../register/due-words.ts";
import { FollowUpStateBadge } from "../../register/FollowUpStateBadge.tsx";
import { registerStatusesQuery } from "../../register/register-query.ts";

interface Props {
  documentId: string;
  forumId: string;
  /** The follow-up's. */
  containerId: string;
}

/** How a follow-up stands in the register, beside its words; nothing until the register has it. */
export function FollowUpRegisterStatus({ documentId, forumId, containerId }: Props) {
  const words = usePartsMessages();
  const [language] = useLanguage();
  const { data } = useQuery(registerStatusesQuery(documentId));
  const status = data?.statuses.find(({ nodeId }) => nodeId === containerId);
  if (!status) return null;
  return (
    <p className="register-status">
      <FollowUpStateBadge state={status.state} />
      {status.isMoved && status.dueDate !== null && (
        <span className="small">{words.dueNow(dayWords(status.dueDate, language))}</span>
      )}
      <Link href={`/forum/${forumId}/kesepakatan`}>{words.inRegister}</Link>
    </p>
  );
}
