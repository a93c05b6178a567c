import "./states.css";
import { ApiError } from "../api.ts";
import {
  type Language,
  type Messages,
  useLanguage,
  useMessages,
} from "../messages/use-messages.ts";
import { Button, LinkButton } from "./Button.tsx";
import { Icon, type IconName } from "./Icon.tsx";

interface Props {
  error: unknown;
  onRetry?: () => unknown;
}

/** What happened, what is safe, and what to do. */
export function ErrorState({ error, onRetry }: Props) {
  const messages = useMessages();
  const [language] = useLanguage();
  const { icon, title, words, mayRetry } = explain(error, messages, language);
  return (
    <div className="state" data-kind="error" role="alert">
      <Icon name={icon} />
      <div className="state-words">
        <h1>{title}</h1>
        <p>{words}</p>
        <div className="row">
          {mayRetry && onRetry && (
            <Button weight="primary" icon="reload" onClick={() => onRetry()}>
              {messages.errors.retry}
            </Button>
          )}
          {!mayRetry && (
            <LinkButton href="/" icon="home">
              {messages.errors.toHome}
            </LinkButton>
          )}
        </div>
      </div>
    </div>
  );
}

interface Explanation {
  icon: IconName;
  title: string;
  words: string;
  mayRetry: boolean;
}

function explain(error: unknown, { errors }: Messages, language: Language): Explanation {
  const { status, sentence } = error instanceof ApiError ? error : { status: 500, sentence: null };
  if (status === 0) {
    const { unreachableTitle: title, unreachable: words } = errors;
    return { icon: "offline", title, words, mayRetry: true };
  }
  if (status === 404) {
    const { notFoundTitle: title, notFound: words } = errors;
    return { icon: "document", title, words, mayRetry: false };
  }
  if (status === 403) {
    const { noAccessTitle: title, noAccess: words } = errors;
    return { icon: "warning", title, words, mayRetry: false };
  }
  if (status < 500 && sentence !== null) {
    const words = sentence[language];
    return { icon: "warning", title: errors.refusedTitle, words, mayRetry: status === 429 };
  }
  const { unexpectedTitle: title, unexpected: words } = errors;
  return { icon: "warning", title, words, mayRetry: true };
}
