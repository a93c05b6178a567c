import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, readResponse } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { Card } from "../design/Card.tsx";
import { QrCode } from "../design/QrCode.tsx";
import { useDeviceMessages } from "../messages/use-device-messages.ts";
import { Sentence } from "./Sentence.tsx";
import { SharedChoice } from "./SharedChoice.tsx";
import { useWaiting } from "./use-waiting.ts";

/** As WhatsApp Web does: this device shows a code, the phone that is signed in lets it in. */
export function Pairing() {
  const { pairing } = useDeviceMessages();
  const [isShared, setShared] = useState(isWide());
  const start = useMutation({
    mutationFn: async () => {
      const asked = await readResponse(api["waiting-devices"].$post({ json: { isShared } }));
      // By this device's own clock, which may be wrong by hours.
      return { ...asked, endsAt: Date.now() + asked.lastsMs };
    },
  });
  const { isRefused, isEnded, isLost, secondsLeft } = useWaiting(start.data ?? null);
  const isOver = isRefused || isEnded;
  return (
    <Card weight="main">
      <h1>{pairing.title}</h1>
      {start.data && !isOver ? (
        <>
          <div className="pairing">
            <ol className="steps">
              {pairing.steps.map((step) => (
                <li key={step}>
                  <span>{step}</span>
                </li>
              ))}
            </ol>
            <div className="pairing-qr">
              <QrCode text={`${location.origin}/hubungkan#${start.data.code}`} label={pairing.qr} />
            </div>
          </div>
          <p>
            <span className="small soft">{pairing.code}</span>
            <br />
            <strong className="said-code">{start.data.code}</strong>
          </p>
          <p role="timer">{pairing.left(clock(secondsLeft))}</p>
          {isLost && <p role="status">{pairing.lost}</p>}
        </>
      ) : (
        <>
          {isOver && <p role="alert">{isRefused ? pairing.refused : pairing.ended}</p>}
          <SharedChoice isShared={isShared} onChange={setShared} />
          {start.isError && <Sentence error={start.error} />}
          <Button
            weight="primary"
            size="large"
            aria-busy={start.isPending}
            onClick={() => start.isPending || start.mutate()}
          >
            {isOver ? pairing.again : pairing.start}
          </Button>
        </>
      )}
    </Card>
  );
}

/** A laptop or computer: often the office's, so that the safe answer stands there first. */
export function isWide(): boolean {
  return matchMedia("(min-width: 60rem)").matches;
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, "0")}`;
}
