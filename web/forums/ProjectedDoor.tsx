import { useEffect, useRef } from "react";
import { Button } from "../design/Button.tsx";
import { QrCode } from "../design/QrCode.tsx";
import { useDeviceMessages } from "../messages/use-device-messages.ts";

interface Props {
  address: string;
  title: string;
  onClose: () => void;
}

/** For the back of the hall: the whole screen, the forum's name, three steps. */
export function ProjectedDoor({ address, title, onClose }: Props) {
  const { door } = useDeviceMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="projected" aria-label={door.title} onClose={onClose}>
      <QrCode text={address} label={door.qr} />
      <div className="projected-words">
        <h2>{title}</h2>
        <ol className="steps">
          {door.steps.map((step) => (
            <li key={step}>
              <span>{step}</span>
            </li>
          ))}
        </ol>
        <Button icon="close" onClick={onClose}>
          {door.leave}
        </Button>
      </div>
    </dialog>
  );
}
