import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, requireOk } from "../api.ts";
import { type CitizenQuestion, citizensQuery } from "./citizens-query.ts";

type Dealt = Pick<CitizenQuestion, "status" | "shownText" | "answer" | "isPublic">;

/** Answers a question, sets it aside or lets it wait again, as this page saw it. */
export function useDealing({ id, changedAt }: CitizenQuestion, onDone: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (dealt: Dealt) =>
      requireOk(
        api["citizen-questions"][":questionId"].$put({
          param: { questionId: id },
          json: { ...dealt, basedOn: changedAt },
        }),
      ),
    onSuccess: onDone,
    onSettled: () => queryClient.invalidateQueries({ queryKey: citizensQuery.queryKey }),
  });
}
