import "./ways.css";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { api, readResponse } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { Card } from "../design/Card.tsx";
import { PlainFrame } from "../design/PlainFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useDeviceMessages } from "../messages/use-device-messages.ts";
import { isWide } from "./Pairing.tsx";
import { Sentence } from "./Sentence.tsx";
import { SharedChoice } from "./SharedChoice.tsx";
import { useWaiting } from "./use-waiting.ts";

/** Before the forum's door: whoever scanned the QR on the projector says who they are. */
export default function JoinPage() {
  const { join } = useDeviceMessages();
  const [token, setToken] = useState(takeToken);
  useEffect(() => {
    // The camera opens the next QR in the page that is open already.
    const take = () => location.hash.length > 1 && setToken(takeToken());
    addEventListener("hashchange", take);
    return () => removeEventListener("hashchange", take);
  }, []);
  return (
    <PlainFrame title={join.title}>
      {token === null ? (
        <>
          <h1>{join.noDoorTitle}</h1>
          <p>{join.noDoor}</p>
        </>
      ) : (
        <Door key={token} token={token} />
      )}
    </PlainFrame>
  );
}

function Door({ token }: { token: string }) {
  const { join } = useDeviceMessages();
  const [villageId, setVillage] = useState("");
  const [name, setName] = useState("");
  const [isShared, setShared] = useState(isWide());
  const door = useQuery({
    queryKey: ["door", token],
    queryFn: () => readResponse(api["forum-doors"].preview.$post({ json: { token } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const claim = useMutation({
    mutationFn: async () => {
      const json = { token, name, isShared, villageId: villageId === guest ? null : villageId };
      const asked = await readResponse(api["forum-doors"].claims.$post({ json }));
      return { ...asked, endsAt: Date.now() + asked.lastsMs };
    },
  });
  const { isRefused, isEnded, isLost } = useWaiting(claim.data ?? null);
  const { pairing } = useDeviceMessages();
  if (door.isError) {
    return (
      <>
        <h1>{join.noDoorTitle}</h1>
        <Sentence error={door.error} />
        <Button onClick={() => door.refetch()}>{join.again}</Button>
      </>
    );
  }
  if (!door.data) {
    return (
      <>
        <h1>{join.checking}</h1>
        <Skeleton rows={2} />
      </>
    );
  }
  if (claim.data) {
    const isOver = isRefused || isEnded;
    return (
      <Card weight="main">
        <h1>{isRefused ? join.refusedTitle : isEnded ? join.endedTitle : join.waitingTitle}</h1>
        {!isEnded && <p role="status">{isRefused ? join.refused : join.waiting(name)}</p>}
        {isLost && <p role="status">{pairing.lost}</p>}
        {isOver && (
          <Button weight="primary" size="large" onClick={() => claim.reset()}>
            {join.again}
          </Button>
        )}
      </Card>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!claim.isPending) claim.mutate();
  };
  return (
    <Card weight="main">
      <div>
        <h1>{door.data.forum.title}</h1>
        <p className="soft">{door.data.forum.place}</p>
      </div>
      <form className="stack" onSubmit={submit}>
        <label className="field">
          {join.village}
          <select required value={villageId} onChange={(event) => setVillage(event.target.value)}>
            <option value="" disabled>
              {join.choose}
            </option>
            {door.data.villages.map((village) => (
              <option key={village.id} value={village.id}>
                {village.name}
              </option>
            ))}
            <option value={guest}>{join.guest}</option>
          </select>
        </label>
        <label className="field">
          {join.name}
          <input
            required
            value={name}
            autoComplete="name"
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
          />
          <span className="small soft">{join.nameHint}</span>
        </label>
        {isWide() && <SharedChoice isShared={isShared} onChange={setShared} />}
        {claim.isError && <Sentence error={claim.error} />}
        <Button type="submit" weight="primary" size="large" aria-busy={claim.isPending}>
          {join.send}
        </Button>
      </form>
    </Card>
  );
}

/** No village's id. */
const guest = "-";
const key = "door-token";

/** Out of the address, where the browser's history would keep it; a reload still knows it. */
function takeToken(): string | null {
  const { hash, pathname } = location;
  try {
    if (hash.length > 1) sessionStorage.setItem(key, hash.slice(1));
    if (hash.length > 1) history.replaceState(history.state, "", pathname);
    return sessionStorage.getItem(key);
  } catch {
    return hash.length > 1 ? hash.slice(1) : null;
  }
}
