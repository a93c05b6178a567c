import "./StatusDisclosure.css";
import { type ReactNode, Suspense, useState } from "react";
import { useMessages } from "../messages/use-messages.ts";

/** Few people move a status on, and seldom: what is inside is fetched when it is opened. */
export function StatusDisclosure({ children }: { children: ReactNode }) {
  const { changeStatus } = useMessages();
  const [isOpened, setOpened] = useState(false);
  return (
    <details className="status-moves" onToggle={() => setOpened(true)}>
      <summary>{changeStatus}</summary>
      {isOpened && <Suspense>{children}</Suspense>}
    </details>
  );
}
