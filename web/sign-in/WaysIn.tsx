import "./ways.css";
import { Button } from "../design/Button.tsx";
import { useDeviceMessages } from "../messages/use-device-messages.ts";
import { CodeForm } from "./CodeForm.tsx";
import { Pairing } from "./Pairing.tsx";
import { PasskeyButton } from "./PasskeyButton.tsx";

export type Way = "phone" | "code";

interface Props {
  way: Way | null;
  onChoose: (way: Way | null) => void;
}

/** For whoever has no link at hand: the phone, a facilitator's code, a passkey. */
export default function WaysIn({ way, onChoose }: Props) {
  const { ways } = useDeviceMessages();
  if (way !== null) {
    return (
      <section className="section">
        {way === "phone" ? <Pairing /> : <CodeForm />}
        <p>
          <Button weight="quiet" icon="back" onClick={() => onChoose(null)}>
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
          <Button icon="devices" onClick={() => onChoose("phone")}>
            {ways.phone}
          </Button>
          <p className="small soft">{ways.phoneHint}</p>
        </div>
        <div className="way">
          <Button icon="numbers" onClick={() => onChoose("code")}>
            {ways.code}
          </Button>
          <p className="small soft">{ways.codeHint}</p>
        </div>
        {"PublicKeyCredential" in window && <PasskeyButton />}
      </div>
    </section>
  );
}
