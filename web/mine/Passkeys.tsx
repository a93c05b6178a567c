import {
  type PublicKeyCredentialCreationOptionsJSON,
  startRegistration,
} from "@simplewebauthn/browser";
import { useMutation, useQuery } from "@tanstack/react-query";
import { ApiError, api, readResponse, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { Card } from "../design/Card.tsx";
import { useDeviceMessages } from "../messages/use-device-messages.ts";
import { useLanguage } from "../messages/use-messages.ts";
import { useMe } from "../session/SignedIn.tsx";
import { Sentence } from "../sign-in/Sentence.tsx";
import { formatDay } from "../time.ts";
import { ConfirmButton } from "./ConfirmButton.tsx";

/** The lasting way in on one's own phone. */
export function Passkeys() {
  const { passkeys: words, devices } = useDeviceMessages();
  const [language] = useLanguage();
  const { isShared } = useMe();
  const list = useQuery({
    queryKey: ["passkeys"],
    queryFn: () => readResponse(api.passkeys.$get()),
  });
  const make = useMutation({
    mutationFn: async () => {
      const options = await readResponse(api.passkeys.options.$post());
      // The same type: on its way through JSON its absent fields became undefined ones.
      const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON;
      const response = await startRegistration({ optionsJSON });
      await requireOk(api.passkeys.$post({ json: { response } }));
    },
    onSuccess: () => list.refetch(),
  });
  const remove = useMutation({
    mutationFn: (credentialId: string) =>
      requireOk(api.passkeys[":credentialId"].$delete({ param: { credentialId } })),
    onSettled: () => list.refetch(),
  });
  if (!("PublicKeyCredential" in window)) return null;
  return (
    <section className="section" aria-labelledby="passkeys">
      <h2 id="passkeys">{words.title}</h2>
      <p>{isShared ? words.shared : words.explain}</p>
      <ul className="stack">
        {list.data?.map(({ credentialId, device, createdAt, lastUsedAt }) => {
          const name = device ?? devices.unknown;
          return (
            <li key={credentialId}>
              <Card>
                <div>
                  <strong>{name}</strong>
                  <p className="small soft">{words.added(formatDay(createdAt, language))}</p>
                  {lastUsedAt !== null && (
                    <p className="small soft">{words.used(formatDay(lastUsedAt, language))}</p>
                  )}
                </div>
                <div>
                  <ConfirmButton
                    label={words.remove}
                    name={words.removeNamed(name)}
                    ask={words.removeAsk(name)}
                    yes={words.removeYes}
                    no={devices.keep}
                    onConfirm={() => remove.mutate(credentialId)}
                  />
                </div>
              </Card>
            </li>
          );
        })}
      </ul>
      {make.isSuccess && <p role="status">{words.made}</p>}
      {make.error instanceof ApiError ? (
        <Sentence error={make.error} />
      ) : (
        make.isError && (
          <p role="alert" className="alert">
            {words.failed}
          </p>
        )
      )}
      {!isShared && (
        <div>
          <Button icon="key" aria-busy={make.isPending} onClick={() => make.mutate()}>
            {words.make}
          </Button>
        </div>
      )}
    </section>
  );
}
