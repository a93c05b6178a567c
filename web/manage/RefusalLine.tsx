import { ApiError } from "../api.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";

/** Why something was not done, beside what was typed. */
export function RefusalLine({ error }: { error: unknown }) {
  const { errors } = useMessages();
  const [language] = useLanguage();
  const said = error instanceof ApiError ? error : null;
  return (
    <p role="alert" className="manage-error">
      {said?.sentence?.[language] ?? (said?.status === 0 ? errors.unreachable : errors.unexpected)}
    </p>
  );
}
