import { useState } from "react";
import { Button } from "../design/Button.tsx";

interface Props {
  label: string;
  /** The label with the thing's name, for whoever hears it alone. */
  name: string;
  ask: string;
  yes: string;
  no: string;
  onConfirm: () => unknown;
}

/** Asks in its own place before something is lost. */
export function ConfirmButton({ label, name, ask, yes, no, onConfirm }: Props) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button aria-label={name} onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  }
  return (
    <div className="section">
      <p role="alert">{ask}</p>
      <div className="row">
        <Button
          weight="danger"
          onClick={() => {
            setAsking(false);
            onConfirm();
          }}
        >
          {yes}
        </Button>
        <Button onClick={() => setAsking(false)}>{no}</Button>
      </div>
    </div>
  );
}
