import "./SharedChoice.css";
import { useId } from "react";
import { useMessages } from "../messages/use-messages.ts";

interface Props {
  isShared: boolean;
  onChange: (isShared: boolean) => void;
  /** Where the question is asked of another device than this one. */
  label?: string;
}

/** Whether others use this computer too. */
export function SharedChoice({ isShared, onChange, label }: Props) {
  const { session } = useMessages();
  const whyId = useId();
  return (
    <div className="shared-choice">
      <label>
        <input
          type="checkbox"
          checked={isShared}
          aria-describedby={whyId}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label ?? session.isShared}
      </label>
      <p id={whyId} className="small soft">
        {session.sharedWhy}
      </p>
    </div>
  );
}
