import { useMutation } from "@tanstack/react-query";
import { api, readResponse } from "../api.ts";
import { useEntered } from "../session/use-entered.ts";
import { forgetLinkToken } from "./link-token.ts";

/** Uses the link up and goes where the person wanted to go. */
export function useSignIn(token: string) {
  const enter = useEntered();
  return useMutation({
    mutationFn: (isShared: boolean) =>
      readResponse(api["sign-in"].$post({ json: { token, isShared } })),
    onSuccess: (me) => {
      enter(me);
      forgetLinkToken();
    },
  });
}
