import { useMutation } from "@tanstack/react-query";
import { type LockView, wholeDocument } from "../../../party/locks/lock-view.ts";
import { api, requireOk } from "../../api.ts";
import { FailureLine } from "../../design/FailureLine.tsx";
import { Icon } from "../../design/Icon.tsx";
import { personName } from "../../design/shown-name.ts";
import { useMessages } from "../../messages/use-messages.ts";
import { usePartsMessages } from "../../messages/use-parts-messages.ts";
import { formatTime } from "../../time.ts";

interface Props {
  documentId: string;
  containerId: string;
  lock: LockView | undefined;
  mayLock: boolean;
}

/** That a part, or the whole document, is locked, and the button for who may lock and unlock it. */
export function LockControl({ documentId, containerId, lock, mayLock }: Props) {
  const words = usePartsMessages();
  const isWhole = containerId === wholeDocument;
  const change = useMutation({
    mutationFn: () => {
      const route = api.documents[":documentId"].locks[":containerId"];
      const param = { documentId, containerId };
      return requireOk(lock ? route.$delete({ param }) : route.$put({ param }));
    },
  });
  const [toLock, toUnlock] = isWhole
    ? [words.lockWhole, words.unlockWhole]
    : [words.lockPart, words.unlockPart];
  return (
    <>
      {lock && (
        <p className="lock-banner" role="status">
          <Icon name="lock" />
          <span>
            <LockedBy lock={lock} isWhole={isWhole} />
          </span>
        </p>
      )}
      {mayLock && (
        <button
          type="button"
          className="lock-button"
          aria-busy={change.isPending}
          onClick={() => change.isPending || change.mutate()}
        >
          {!lock && <Icon name="lock" />}
          {lock ? toUnlock : toLock}
        </button>
      )}
      <FailureLine error={change.error} />
    </>
  );
}

function LockedBy({ lock, isWhole }: { lock: LockView; isWhole: boolean }) {
  const { masks } = useMessages();
  const words = usePartsMessages();
  const since = formatTime(lock.at);
  if (lock.by === null) return isWhole ? words.lockedWhole : words.lockedPart;
  const name = personName(lock.by, masks);
  if (isWhole) return words.lockedWholeBy(name, since);
  return `${words.lockedPartBy(name, since)} ${words.lockedMeanwhile}`;
}
