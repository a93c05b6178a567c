import { maxRedactedUnits } from "../../domain/redaction.ts";
import { useRedactionMessages } from "../messages/use-redaction-messages.ts";
import type { RedactionWay } from "./use-redaction.ts";

interface Props {
  way: RedactionWay;
  isSubmitted: boolean;
}

/** What happens to the words, before somebody says yes. */
export function Consequences({ way, isSubmitted }: Props) {
  const { consequences: words } = useRedactionMessages();
  return (
    <div className="redaction-consequences">
      <h3>{words.title}</h3>
      <ul>
        <li>{words.bars}</li>
        <li>
          <strong>{words.final}</strong>
        </li>
        <li>{words.host}</li>
        {way === "propose" && <li>{words.camat(maxRedactedUnits)}</li>}
        {isSubmitted && <li>{words.fingerprint}</li>}
      </ul>
    </div>
  );
}
