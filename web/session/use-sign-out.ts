import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { api, requireOk } from "../api.ts";
import { forgetPerson } from "../offline/device-person.ts";
import { type Me, meKey } from "./me-query.ts";

/** Ends the session here and forgets everything that was fetched in it. */
export function useSignOut() {
  const queryClient = useQueryClient();
  const [, navigate] = useLocation();
  const me = queryClient.getQueryData<Me | null>(meKey);
  return useMutation({
    mutationFn: () => requireOk(api.session.$delete()),
    // Without a network too, nothing of it stays on a computer that others use.
    onMutate: () => (me?.isShared ? forgetPerson() : undefined),
    onSuccess: () => {
      navigate("/masuk", { replace: true, state: { hasLeft: true } });
      queryClient.clear();
      queryClient.setQueryData(meKey, null);
      void forgetPerson();
    },
  });
}
