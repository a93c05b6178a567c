import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { api, readResponse } from "../api.ts";
import { rememberPerson } from "../offline/device-person.ts";
import { keepAnswer } from "../offline/kept-answers.ts";
import { meKey } from "../session/me-query.ts";
import { takeWantedPlace } from "../session/wanted-place.ts";
import { forgetLinkToken } from "./link-token.ts";

/** Uses the link up and goes where the person wanted to go. */
export function useSignIn(token: string) {
  const queryClient = useQueryClient();
  const [, navigate] = useLocation();
  return useMutation({
    mutationFn: () => readResponse(api["sign-in"].$post({ json: { token } })),
    onSuccess: (me) => {
      // Whatever another person of this device had fetched is not for this one.
      queryClient.clear();
      queryClient.setQueryData(meKey, me);
      void rememberPerson(me);
      void keepAnswer(meKey, me);
      navigate(takeWantedPlace(Date.now()), { replace: true });
      forgetLinkToken();
    },
  });
}
