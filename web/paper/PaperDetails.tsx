import type { ReactNode } from "react";
import { usePaperMessages } from "../messages/use-paper-messages.ts";

/** What a person fills in for one paper; closed, the paper can be printed as it is. */
export function PaperDetails({ children }: { children: ReactNode }) {
  const words = usePaperMessages();
  return (
    <details className="paper-details">
      <summary>{words.details}</summary>
      <div className="section">
        <div className="paper-choices">{children}</div>
        <p className="small soft">{words.kept}</p>
      </div>
    </details>
  );
}
