import "./forms.css";
import { ApiError } from "../api.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";

/** Why something was not done; nothing while nothing failed. */
export function FailureLine({ error }: { error: unknown }) {
  const { errors } = useMessages();
  const [language] = useLanguage();
  if (!error) return null;
  const { status, sentence } = error instanceof ApiError ? error : { status: 500, sentence: null };
  const words =
    status === 0
      ? errors.unreachable
      : sentence && status < 500
        ? sentence[language]
        : errors.unexpected;
  return (
    <p role="alert" className="failure-line">
      {words}
    </p>
  );
}
