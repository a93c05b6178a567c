import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, requireOk } from "../../api.ts";
import { Button } from "../../design/Button.tsx";
import { Card } from "../../design/Card.tsx";
import { ConfirmDialog } from "../../design/ConfirmDialog.tsx";
import { ErrorState } from "../../design/ErrorState.tsx";
import { Skeleton } from "../../design/Skeleton.tsx";
import { useKeysMessages } from "../../messages/use-keys-messages.ts";
import { useLanguage, useMessages } from "../../messages/use-messages.ts";
import { formatDay, formatMoment } from "../../time.ts";
import { type Key, keysQuery, keyUsesQuery } from "./keys-query.ts";

/** One key: what it opens, until when, and what was read with it. */
export function KeyCard({ dataKey }: { dataKey: Key }) {
  const words = useKeysMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const [showsUses, setShowsUses] = useState(false);
  const queryClient = useQueryClient();
  const { id, name, scopes, madeBy, madeAt, expiresAt, revokedAt, lastUsedAt } = dataKey;
  const revoking = useMutation({
    mutationFn: () => requireOk(api.keys[":keyId"].$delete({ param: { keyId: id } })),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: keysQuery.queryKey });
      setAsking(false);
    },
  });
  const now = Date.now();
  const isOpen = revokedAt === null && expiresAt > now;
  const day = (at: number) => formatDay(at, language);
  return (
    <li>
      <Card>
        <h2>{name}</h2>
        <p>{words.for(scopes.map((scope) => words.scopeNames[scope]).join(", "))}</p>
        <p className={isOpen ? "" : "soft"}>
          {revokedAt !== null
            ? words.revoked(day(revokedAt))
            : isOpen
              ? words.until(day(expiresAt))
              : words.past(day(expiresAt))}
        </p>
        <p className="small soft">{words.madeBy(madeBy, day(madeAt))}</p>
        <p className="small soft">
          {lastUsedAt === null
            ? words.neverUsed
            : words.lastUsed(formatMoment(lastUsedAt, now, messages, language))}
        </p>
        <details onToggle={(event) => setShowsUses(event.currentTarget.open)}>
          <summary>{words.usesTitle}</summary>
          {showsUses && <Uses keyId={id} name={name} />}
        </details>
        {isOpen && (
          <p>
            <Button
              icon="close"
              aria-label={words.revokeNamed(name)}
              onClick={() => setAsking(true)}
            >
              {words.revoke}
            </Button>
          </p>
        )}
        {isAsking && (
          <ConfirmDialog
            title={words.revokeNamed(name)}
            confirm={words.revokeSure}
            cancel={words.cancel}
            isDangerous
            isPending={revoking.isPending}
            error={revoking.error}
            onConfirm={() => revoking.mutate()}
            onClose={() => setAsking(false)}
          >
            <p>{words.revokeWhat(name)}</p>
          </ConfirmDialog>
        )}
      </Card>
    </li>
  );
}

function Uses({ keyId, name }: { keyId: string; name: string }) {
  const words = useKeysMessages();
  const query = useQuery(keyUsesQuery(keyId));
  if (query.isPending) return <Skeleton rows={2} />;
  if (query.data === undefined) return <ErrorState error={query.error} onRetry={query.refetch} />;
  if (query.data.uses.length === 0) return <p className="soft">{words.noUses}</p>;
  return (
    <table aria-label={words.uses(name)}>
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col">{words.route}</th>
          <th scope="col">{words.count}</th>
        </tr>
      </thead>
      <tbody>
        {query.data.uses.map(({ day, route, count }) => (
          <tr key={`${day} ${route}`}>
            <td>{day}</td>
            <td className="key-words">{route.replace("/api/v1/", "")}</td>
            <td>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
