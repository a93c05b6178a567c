import { ApiError } from "../api.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";

/** Why something was not done, in the Worker's own words where it gave some. */
export function Sentence({ error }: { error: unknown }) {
  const [language] = useLanguage();
  const { errors } = useMessages();
  const said = error instanceof ApiError ? error.sentence?.[language] : undefined;
  const isUnreachable = error instanceof ApiError && error.status === 0;
  return (
    <p role="alert" className="alert">
      {said ?? (isUnreachable ? errors.unreachable : errors.unexpected)}
    </p>
  );
}
