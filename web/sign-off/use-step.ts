import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";

/**
 * One step of a document's way to its approval; whatever comes of it, the page asks how it stands.
 * @param stale what it asks for again; everything where nothing is said
 */
export function useStep<Input = void, Answer = unknown>(
  take: (input: Input) => Promise<Answer>,
  onDone: (answer: Answer) => void,
  stale: readonly QueryKey[] = [[]],
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: take,
    onSuccess: onDone,
    onSettled: () =>
      Promise.all(stale.map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  });
}
