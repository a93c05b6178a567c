import { useMutation } from "@tanstack/react-query";
import { api, requireOk } from "../api.ts";

type Answer = Pick<Response, "ok" | "status" | "json">;

/** The forum's routes for what is done live. */
export function sessionApi() {
  return api.forums[":forumId"].session;
}

/** One act after the other; the room tells everybody, this page too, what came of it. */
export function useAct() {
  const act = useMutation({ mutationFn: (send: () => Promise<Answer>) => requireOk(send()) });
  return {
    act: (send: () => Promise<Answer>) => {
      if (!act.isPending) act.mutate(send);
    },
    isPending: act.isPending,
    error: act.error,
  };
}
