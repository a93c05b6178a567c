import { useMutation } from "@tanstack/react-query";
import { api, requireOk } from "../api.ts";

type Answer = Pick<Response, "ok" | "status" | "json">;

/** The forum's routes for what is done live. */
export function sessionApi() {
  return api.forums[":forumId"].session;
}

/**
 * Each press counts, also while the one before is on its way: every act names what it stands on,
 * and twice is as once. The room tells everybody, this page too, what came of it.
 */
export function useAct() {
  const { mutate, isPending, error } = useMutation({
    mutationFn: (send: () => Promise<Answer>) => requireOk(send()),
  });
  return { act: (send: () => Promise<Answer>) => mutate(send), isPending, error };
}
