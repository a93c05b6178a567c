import { useMutation } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, requireOk } from "../api.ts";
import { Card } from "../design/Card.tsx";
import { useDeviceMessages } from "../messages/use-device-messages.ts";
import { useLanguage } from "../messages/use-messages.ts";
import { formatDay } from "../time.ts";
import { ConfirmButton } from "./ConfirmButton.tsx";

interface Props {
  device: InferResponseType<typeof api.sessions.$get>[number];
  onChange: () => unknown;
}

/** One device on which my name is signed in. */
export function DeviceCard({ device, onChange }: Props) {
  const { devices } = useDeviceMessages();
  const [language] = useLanguage();
  const name = device.device ?? devices.unknown;
  const remove = useMutation({
    mutationFn: () =>
      requireOk(api.sessions[":sessionId"].$delete({ param: { sessionId: device.id } })),
    onSettled: () => onChange(),
  });
  const marks = [device.isThis && devices.isThis, device.isShared && devices.isShared];
  const { createdAt, lastSeenAt } = device;
  return (
    <li>
      <Card>
        <div>
          <strong>{[name, ...marks.filter((mark) => mark !== false)].join(" · ")}</strong>
          <p className="small soft">{devices.opened[device.openedBy]}</p>
          <p className="small soft">{devices.since(formatDay(createdAt, language))}</p>
          {lastSeenAt !== null && (
            <p className="small soft">{devices.seen(formatDay(lastSeenAt, language))}</p>
          )}
        </div>
        {!device.isThis && (
          <div>
            <ConfirmButton
              label={devices.remove}
              name={devices.removeNamed(name)}
              ask={devices.removeAsk(name)}
              yes={devices.removeYes}
              no={devices.keep}
              onConfirm={() => remove.mutate()}
            />
          </div>
        )}
        {remove.isError && (
          <p role="alert" className="alert">
            {devices.failed}
          </p>
        )}
      </Card>
    </li>
  );
}
