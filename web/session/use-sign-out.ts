import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { api, requireOk } from "../api.ts";
import { forgetPerson } from "../offline/device-person.ts";
import { meKey } from "./me-query.ts";

/** Ends the session here and forgets everything that was fetched in it. */
export function useSignOut() {
  const queryClient = useQueryClient();
  const [, navigate] = useLocation();
  return useMutation({
    mutationFn: () => requireOk(api.session.$delete()),
    onSuccess: () => {
      navigate("/masuk", { replace: true, state: { hasLeft: true } });
      queryClient.clear();
      queryClient.setQueryData(meKey, null);
      void forgetPerson();
    },
  });
}
