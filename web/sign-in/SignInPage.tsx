import { PlainFrame } from "../design/PlainFrame.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { LinkWelcome } from "./LinkWelcome.tsx";
import { useLinkToken } from "./link-token.ts";
import { NoLink } from "./NoLink.tsx";

export function SignInPage() {
  const { signIn } = useMessages();
  const token = useLinkToken();
  return (
    <PlainFrame title={signIn.title}>
      {token === null ? <NoLink /> : <LinkWelcome key={token} token={token} />}
    </PlainFrame>
  );
}
