import "../design/forms.css";
import "./share.css";
import { useState } from "react";
import { can } from "../../domain/permissions.ts";
import { Card } from "../design/Card.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useShareMessages } from "../messages/use-share-messages.ts";
import { NotFoundPage } from "../NotFoundPage.tsx";
import { useMe } from "../session/SignedIn.tsx";
import { digestText, type VillageDigest, waitingIn } from "./digest-text.ts";
import { ShareButton } from "./ShareButton.tsx";
import { isSent, noteSent } from "./sent-digests.ts";
import { useVillageDigests } from "./use-village-digests.ts";

/** For hosts: the week's message for each village's group. */
export default function DigestPage() {
  const { digest } = useShareMessages();
  const { person, roles } = useMe();
  const villageId = person.village?.id ?? null;
  if (!can({ personId: person.id, villageId, roles }, "forum.configure")) return <NotFoundPage />;
  return (
    <PageFrame title={digest.title} back="/tindak-lanjut">
      <h1>{digest.title}</h1>
      <p>{digest.lead}</p>
      <Digests />
    </PageFrame>
  );
}

function Digests() {
  const { digest } = useShareMessages();
  const { digests, error, retry } = useVillageDigests();
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (digests === null) return <Skeleton rows={4} />;
  if (digests.length === 0) return <EmptyState icon="send">{digest.empty}</EmptyState>;
  return (
    <ul className="digest-list">
      {digests.map((each) => (
        <li key={each.village.id}>
          <DigestCard digest={each} />
        </li>
      ))}
    </ul>
  );
}

function DigestCard({ digest }: { digest: VillageDigest }) {
  const words = useShareMessages();
  const { village } = digest;
  const [isDone, setDone] = useState(() => isSent(village.id, Date.now()));
  const text = digestText(digest, location.origin, words);
  const mark = (isNowDone: boolean) => {
    noteSent(village.id, Date.now(), isNowDone);
    setDone(isNowDone);
  };
  return (
    <Card>
      <h2>{village.name}</h2>
      <p className="soft">{words.digest.waits(waitingIn(digest))}</p>
      <div className="row">
        <ShareButton what={words.things.digest(village.name)} isShort text={text} />
        <label className="tick">
          <input
            type="checkbox"
            checked={isDone}
            aria-label={words.digest.markSent(village.name)}
            onChange={(event) => mark(event.target.checked)}
          />
          {words.digest.sent}
        </label>
      </div>
    </Card>
  );
}
