import { Icon } from "../design/Icon.tsx";
import { useRedactionMessages } from "../messages/use-redaction-messages.ts";

/** On top of the page, for the camat: what waits for them below. */
export default function RedactionWaiting() {
  const { waiting: words } = useRedactionMessages();
  return (
    <p className="notice" data-tone="wait">
      <Icon name="lock" />
      <a href="#data-pribadi">
        {words.title}: {words.what}
      </a>
    </p>
  );
}
