import "../design/states.css";
import { Button } from "../design/Button.tsx";
import { Icon } from "../design/Icon.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { reloadNewestVersion, useHasNewVersion } from "./new-version.ts";

/** Says that there is a new version; it comes when the person wants it. */
export function NewVersionNotice() {
  const { offline } = useMessages();
  const hasNewVersion = useHasNewVersion();
  return (
    <div role="status" className="new-version">
      {hasNewVersion && (
        <p className="notice">
          <Icon name="reload" />
          {offline.newVersion}
          <Button onClick={reloadNewestVersion}>{offline.reload}</Button>
        </p>
      )}
    </div>
  );
}
