import { useMutation, useQueryClient } from "@tanstack/react-query";

/** One step of a document's way to its approval; whatever comes of it, the page asks how it stands. */
export function useStep<Input = void, Answer = unknown>(
  take: (input: Input) => Promise<Answer>,
  onDone: (answer: Answer) => void,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: take,
    onSuccess: onDone,
    onSettled: () => queryClient.invalidateQueries(),
  });
}
