import "../design/states.css";
import { useEffect, useRef } from "react";
import { ApiError } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { Icon } from "../design/Icon.tsx";
import { usePublicCheckMessages } from "../messages/use-public-check-messages.ts";
import { FileFault } from "./read-signed-file.ts";

interface Props {
  error: Error;
  onAgain: () => void;
  onAnother: () => void;
}

/** Why there is no answer; a file that cannot be checked is no file that does not match. */
export function CheckFailure({ error, onAgain, onAnother }: Props) {
  const words = usePublicCheckMessages();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="state" data-kind="error">
      <Icon name="warning" />
      <div className="state-words">
        <h2 ref={title} tabIndex={-1}>
          {words.notChecked}
        </h2>
        {error instanceof FileFault ? (
          <p role="alert">{words.faults[error.fault]}</p>
        ) : (
          <FailureLine error={error} />
        )}
        <div className="row">
          {error instanceof ApiError && (
            <Button weight="primary" icon="reload" onClick={onAgain}>
              {words.again}
            </Button>
          )}
          <Button icon="back" onClick={onAnother}>
            {words.another}
          </Button>
        </div>
      </div>
    </div>
  );
}
