import "../../design/forms.css";
import "./keys.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../design/Button.tsx";
import { EmptyState } from "../../design/EmptyState.tsx";
import { ErrorState } from "../../design/ErrorState.tsx";
import { PageFrame } from "../../design/PageFrame.tsx";
import { Skeleton } from "../../design/Skeleton.tsx";
import { useKeysMessages } from "../../messages/use-keys-messages.ts";
import { KeyCard } from "./KeyCard.tsx";
import { keysQuery } from "./keys-query.ts";
import { NewKeyDialog } from "./NewKeyDialog.tsx";

/** The camat's: who else reads the district's data. */
export default function KeysPage() {
  const words = useKeysMessages();
  const query = useQuery(keysQuery);
  const [isMaking, setMaking] = useState(false);
  return (
    <PageFrame title={words.title} back="/kelola">
      <h1>{words.title}</h1>
      <p>{words.hint}</p>
      {query.data === undefined ? (
        query.isError ? (
          <ErrorState error={query.error} onRetry={query.refetch} />
        ) : (
          <Skeleton rows={4} />
        )
      ) : (
        <>
          <p>
            <Button icon="key" weight="primary" onClick={() => setMaking(true)}>
              {words.make}
            </Button>
          </p>
          {query.data.keys.length === 0 && <EmptyState icon="key">{words.empty}</EmptyState>}
          <ul className="key-list">
            {query.data.keys.map((key) => (
              <KeyCard key={key.id} dataKey={key} />
            ))}
          </ul>
          <p>
            <a href="/api/openapi.json" target="_blank" rel="noreferrer">
              {words.description}
            </a>
          </p>
          {isMaking && <NewKeyDialog onClose={() => setMaking(false)} />}
        </>
      )}
    </PageFrame>
  );
}
