import { useEffect, useState } from "react";
import { Notice } from "../design/Notice.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { namesOfWaiting } from "./device-person.ts";
import { quietly } from "./quietly.ts";

/** Whose unsent words wait on this device, to anybody but themselves. */
export function WaitingWords({ personId }: { personId: string | null }) {
  const { offline } = useMessages();
  const [names, setNames] = useState<string[]>([]);
  useEffect(() => {
    let isShown = true;
    void quietly(async () => {
      const found = await namesOfWaiting(personId);
      if (isShown) setNames(found);
    });
    return () => {
      isShown = false;
    };
  }, [personId]);
  return names.map((name) => (
    <Notice key={name} icon="clock" tone="wait">
      {offline.waiting(name)}
    </Notice>
  ));
}
