import "./ways.css";
import { useState } from "react";
import { Button } from "../design/Button.tsx";
import { useDeviceMessages } from "../messages/use-device-messages.ts";
import { CodeForm } from "./CodeForm.tsx";
import { Pairing } from "./Pairing.tsx";
import { PasskeyButton } from "./PasskeyButton.tsx";

/** For whoever has no link at hand: the phone, a facilitator's code, a passkey. */
export default function WaysIn() {
  const { ways } = useDeviceMessages();
  const [way, setWay] = useState<"phone" | "code" | null>(null);
  if (way !== null) {
    return (
      <section className="section">
        {way === "phone" ? <Pairing /> : <CodeForm />}
        <p>
          <Button weight="quiet" icon="back" onClick={() => setWay(null)}>
            {ways.back}
          </Button>
        </p>
      </section>
    );
  }
  return (
    <section className="section" aria-labelledby="ways">
      <h2 id="ways">{ways.title}</h2>
      <div className="ways">
        <div className="way">
          <Button icon="devices" onClick={() => setWay("phone")}>
            {ways.phone}
          </Button>
          <p className="small soft">{ways.phoneHint}</p>
        </div>
        <div className="way">
          <Button icon="numbers" onClick={() => setWay("code")}>
            {ways.code}
          </Button>
          <p className="small soft">{ways.codeHint}</p>
        </div>
        {"PublicKeyCredential" in window && <PasskeyButton />}
      </div>
    </section>
  );
}
