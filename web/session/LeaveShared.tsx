import { Button } from "../design/Button.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { useSignOut } from "./use-sign-out.ts";

/** On a shared computer the way out is always in sight. */
export function LeaveShared() {
  const { session, menu } = useMessages();
  const signOut = useSignOut();
  return (
    <div className="leave-shared">
      <Button icon="exit" aria-busy={signOut.isPending} onClick={() => signOut.mutate()}>
        {session.leaveShared}
      </Button>
      {signOut.isError && (
        <p role="alert" className="menu-error">
          {menu.signOutFailed}
        </p>
      )}
    </div>
  );
}
