import { useQuery } from "@tanstack/react-query";
import "../home/Greeting.css";
import type { InferResponseType } from "hono/client";
import { useState } from "react";
import { api, readResponse } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { Card } from "../design/Card.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { RefusedLink } from "./RefusedLink.tsx";
import { SharedChoice } from "./SharedChoice.tsx";
import { useSignIn } from "./use-sign-in.ts";

type Preview = InferResponseType<(typeof api)["sign-in"]["preview"]["$post"]>;

/** Whose link this is, and the one button that uses it. */
export function LinkWelcome({ token }: { token: string }) {
  const { signIn } = useMessages();
  const preview = useQuery({
    queryKey: ["sign-in-preview", token],
    queryFn: () => readResponse(api["sign-in"].preview.$post({ json: { token } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const entry = useSignIn(token);
  const [isShared, setShared] = useState(false);
  const enter = () => entry.mutate(isShared);
  if (preview.isError) return <RefusedLink error={preview.error} onRetry={preview.refetch} />;
  if (entry.isError) return <RefusedLink error={entry.error} onRetry={enter} />;
  if (!preview.data) {
    return (
      <>
        <h1>{signIn.loading}</h1>
        <Skeleton rows={2} />
      </>
    );
  }
  return (
    <Card weight="main">
      <Welcome {...preview.data} />
      <Button
        weight="primary"
        size="large"
        aria-busy={entry.isPending}
        onClick={() => entry.isPending || enter()}
      >
        {entry.isPending ? signIn.working : signIn.button}
      </Button>
      <SharedChoice isShared={isShared} onChange={setShared} />
      <p className="small soft">{signIn.notYou}</p>
    </Card>
  );
}

function Welcome({ person, district }: Preview) {
  const { signIn, home } = useMessages();
  return (
    <div className="greeting">
      <h1>
        <span className="greeting-words">{signIn.welcome}</span> {home.name(person.name)}
      </h1>
      <p>{person.position}</p>
      {person.village ? <VillageBadge village={person.village} /> : <p>{person.office}</p>}
      <p className="small soft">{signIn.district(district.name, district.regency)}</p>
    </div>
  );
}
