import { LinkButton } from "../design/Button.tsx";
import { Card } from "../design/Card.tsx";
import { useMessages } from "../messages/use-messages.ts";
import type { Me } from "../session/me-query.ts";

/** People open their link again every time; a device that is signed in just lets them through. */
export function AlreadySignedIn({ me }: { me: Me }) {
  const { signIn } = useMessages();
  return (
    <Card weight="main">
      <h1>{signIn.alreadyTitle}</h1>
      <p>{signIn.already(me.person.name)}</p>
      <LinkButton href="/" weight="primary" size="large" icon="home">
        {signIn.toHome}
      </LinkButton>
    </Card>
  );
}
