import { LinkButton } from "../design/Button.tsx";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";

/** For those who may make a forum; their words travel with it. */
export default function NewForumLink() {
  const { forum } = usePrepareMessages();
  return (
    <p>
      <LinkButton href="/forum/baru" weight="primary" icon="plus">
        {forum.create}
      </LinkButton>
    </p>
  );
}
