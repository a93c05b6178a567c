import { useMessages } from "../messages/use-messages.ts";
import { Notice } from "./Notice.tsx";
import { useIsOffline } from "./use-is-offline.ts";

/** The frame around the notice stays, so that screen readers hear it come. */
export function OfflineNotice() {
  const { errors } = useMessages();
  const isOffline = useIsOffline();
  return (
    <div role="status" className="offline-notice">
      {isOffline && (
        <Notice icon="offline" tone="wait">
          {errors.offline}
        </Notice>
      )}
    </div>
  );
}
