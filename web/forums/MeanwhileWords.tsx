import "../design/states.css";
import { useMessages } from "../messages/use-messages.ts";

/** What somebody else saved while this form was being filled in; nothing where nobody did. */
export function MeanwhileWords({ lines }: { lines: readonly string[] }) {
  const { meanwhile } = useMessages();
  if (lines.length === 0) return null;
  return (
    <div role="alert" className="state" data-kind="error">
      <div className="state-words">
        <p>{meanwhile.saved}</p>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line || meanwhile.nothing}</li>
          ))}
        </ul>
        <p>{meanwhile.yours}</p>
      </div>
    </div>
  );
}
