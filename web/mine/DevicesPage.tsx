import "../sign-in/ways.css";
import { useMutation, useQuery } from "@tanstack/react-query";
import { api, readResponse, requireOk } from "../api.ts";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useDeviceMessages } from "../messages/use-device-messages.ts";
import { CodeEntry } from "./CodeEntry.tsx";
import { ConfirmButton } from "./ConfirmButton.tsx";
import { DeviceCard } from "./DeviceCard.tsx";
import { Passkeys } from "./Passkeys.tsx";

/** Where my name is signed in, and how another device of mine comes in. */
export default function DevicesPage() {
  const { devices } = useDeviceMessages();
  const query = useQuery({
    queryKey: ["sessions"],
    queryFn: () => readResponse(api.sessions.$get()),
  });
  const removeOthers = useMutation({
    mutationFn: () => requireOk(api.sessions.$delete()),
    onSettled: () => query.refetch(),
  });
  return (
    <PageFrame title={devices.title} back="/">
      <header className="section">
        <h1>{devices.title}</h1>
        <p>{devices.intro}</p>
      </header>
      {query.data ? (
        <div className="section">
          <ul className="stack">
            {query.data.map((device) => (
              <DeviceCard key={device.id} device={device} onChange={query.refetch} />
            ))}
          </ul>
          {query.data.length > 1 ? (
            <div>
              <ConfirmButton
                label={devices.removeOthers}
                name={devices.removeOthers}
                ask={devices.removeOthersAsk}
                yes={devices.removeYes}
                no={devices.keep}
                onConfirm={() => removeOthers.mutate()}
              />
            </div>
          ) : (
            <p className="soft">{devices.onlyThis}</p>
          )}
          {removeOthers.isError && (
            <p role="alert" className="alert">
              {devices.failed}
            </p>
          )}
        </div>
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={query.refetch} />
      ) : (
        <Skeleton rows={2} />
      )}
      <section className="section" aria-labelledby="add-device">
        <h2 id="add-device">{devices.add}</h2>
        <p>{devices.addHint}</p>
        <CodeEntry />
      </section>
      <Passkeys />
    </PageFrame>
  );
}
