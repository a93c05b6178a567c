import {
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
} from "@simplewebauthn/browser";
import { useMutation } from "@tanstack/react-query";
import { ApiError, api, readResponse } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { useDeviceMessages } from "../messages/use-device-messages.ts";
import { useEntered } from "../session/use-entered.ts";
import { Sentence } from "./Sentence.tsx";

/** The browser itself asks whose passkey, and for finger, face or PIN. */
export function PasskeyButton() {
  const { ways } = useDeviceMessages();
  const enter = useEntered();
  const entry = useMutation({
    mutationFn: async () => {
      const options = await readResponse(api["sign-in"].passkey.options.$post());
      // The same type: on its way through JSON its absent fields became undefined ones.
      const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON;
      const response = await startAuthentication({ optionsJSON });
      return readResponse(api["sign-in"].passkey.$post({ json: { response } }));
    },
    onSuccess: (me) => enter(me),
  });
  return (
    <div className="way rare-way">
      <p className="small soft">{ways.passkeyHint}</p>
      <Button weight="quiet" icon="key" aria-busy={entry.isPending} onClick={() => entry.mutate()}>
        {entry.isPending ? ways.working : ways.passkey}
      </Button>
      {entry.error instanceof ApiError ? (
        <Sentence error={entry.error} />
      ) : (
        entry.isError && (
          <p role="alert" className="alert">
            {ways.passkeyFailed}
          </p>
        )
      )}
    </div>
  );
}
