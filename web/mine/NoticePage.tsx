import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { PlainFrame } from "../design/PlainFrame.tsx";
import { useMineMessages } from "../messages/use-mine-messages.ts";
import { type Me, meKey } from "../session/me-query.ts";
import { useSignOut } from "../session/use-sign-out.ts";
import { NoticeWords } from "./NoticeWords.tsx";
import { noticeQuery } from "./notice-query.ts";

/** Stands before everything else until it was read once. */
export default function NoticePage() {
  const { notice: words } = useMineMessages();
  const queryClient = useQueryClient();
  const signOut = useSignOut();
  const { data } = useQuery(noticeQuery);
  const seen = useMutation({
    mutationFn: () => requireOk(api.me.notice.$post()),
    onSuccess: () =>
      queryClient.setQueryData<Me | null>(meKey, (me) =>
        me ? { ...me, noticeSeenAt: Date.now() } : me,
      ),
  });
  return (
    <PlainFrame title={words.title}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <NoticeWords />
      <p className="soft">{words.information}</p>
      <FailureLine error={seen.error ?? signOut.error} />
      <div className="row">
        <Button
          weight="primary"
          size="large"
          icon="check"
          disabled={data === undefined}
          aria-busy={seen.isPending}
          onClick={() => seen.isPending || seen.mutate()}
        >
          {words.understood}
        </Button>
        <Button weight="quiet" icon="exit" onClick={() => signOut.mutate()}>
          {words.signOut}
        </Button>
      </div>
    </PlainFrame>
  );
}
