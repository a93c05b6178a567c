import "../sign-in/ways.css";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, readResponse, requireOk } from "../api.ts";
import { Button, LinkButton } from "../design/Button.tsx";
import { Card } from "../design/Card.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useDeviceMessages } from "../messages/use-device-messages.ts";
import { Sentence } from "../sign-in/Sentence.tsx";
import { SharedChoice } from "../sign-in/SharedChoice.tsx";
import { formatTime } from "../time.ts";
import { CodeEntry } from "./CodeEntry.tsx";

/** The phone's side: what asks to come in under my name, and whether it may. */
export default function LinkDevicePage() {
  const { link } = useDeviceMessages();
  const [{ code, turn }, setAsked] = useState(() => ({ code: readCode(), turn: 0 }));
  const setCode = (next: string) => setAsked((asked) => ({ code: next, turn: asked.turn + 1 }));
  useEffect(() => {
    // The camera opens the next QR in the page that is open already.
    const take = () => {
      if (location.hash.length > 1) {
        setAsked((asked) => ({ code: readCode() ?? asked.code, turn: asked.turn + 1 }));
      }
    };
    addEventListener("hashchange", take);
    return () => removeEventListener("hashchange", take);
  }, []);
  return (
    <PageFrame title={link.title} back="/saya/perangkat">
      <h1>{link.title}</h1>
      {code === null ? (
        <CodeEntry onCode={setCode} />
      ) : (
        <WaitingDevice key={turn} code={code} onCode={setCode} />
      )}
    </PageFrame>
  );
}

interface Props {
  code: string;
  onCode: (code: string) => void;
}

function WaitingDevice({ code, onCode }: Props) {
  const { link } = useDeviceMessages();
  const [choice, setChoice] = useState<boolean | null>(null);
  const seen = useQuery({
    queryKey: ["waiting-device", code],
    queryFn: () => readResponse(api["waiting-devices"].seen.$post({ json: { code } })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const isShared = choice ?? seen.data?.isShared ?? false;
  const confirm = useMutation({
    mutationFn: () =>
      requireOk(api["waiting-devices"].confirmation.$post({ json: { code, isShared } })),
  });
  const refuse = useMutation({
    mutationFn: () => requireOk(api["waiting-devices"].refusal.$post({ json: { code } })),
  });
  const error = seen.error ?? confirm.error ?? refuse.error;
  if (error) {
    return (
      <>
        <Sentence error={error} />
        <CodeEntry onCode={onCode} />
      </>
    );
  }
  if (confirm.isSuccess || refuse.isSuccess) {
    return (
      <Card weight="main">
        <h2>{confirm.isSuccess ? link.doneTitle : link.refusedTitle}</h2>
        <p role="status">{confirm.isSuccess ? link.done : link.refused}</p>
        <LinkButton href="/saya/perangkat">{link.toDevices}</LinkButton>
      </Card>
    );
  }
  if (!seen.data) return <Skeleton rows={2} />;
  return (
    <Card weight="main">
      <h2>{link.ask}</h2>
      <p>
        <strong>{seen.data.device ?? link.unknownDevice}</strong>
        <br />
        {link.asked(formatTime(seen.data.createdAt))}
      </p>
      <p>{link.warning}</p>
      <SharedChoice isShared={isShared} onChange={setChoice} label={link.isShared} />
      <Button
        weight="primary"
        size="large"
        aria-busy={confirm.isPending}
        onClick={() => confirm.isPending || confirm.mutate()}
      >
        {link.yes}
      </Button>
      <Button aria-busy={refuse.isPending} onClick={() => refuse.isPending || refuse.mutate()}>
        {link.no}
      </Button>
    </Card>
  );
}

/** From the QR's fragment, or typed on the page before; it stays in no address. */
function readCode(): string | null {
  const { hash, pathname } = location;
  if (hash.length > 1) {
    history.replaceState({ code: hash.slice(1) }, "", pathname);
    return hash.slice(1);
  }
  const state: unknown = history.state;
  if (typeof state !== "object" || state === null || !("code" in state)) return null;
  return typeof state.code === "string" ? state.code : null;
}
