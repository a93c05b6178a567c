import { useMutation } from "@tanstack/react-query";
import { useState } from "react";

interface Order {
  /** What is put in order; of two changes to it one waits for the other. */
  name: string;
  /** The order as it is known to be stored. */
  current: readonly string[];
  save: (ids: readonly string[], basedOn: readonly string[]) => Promise<unknown>;
  refresh: () => Promise<unknown>;
}

/** An order that is shown at once and stored behind it; what is refused goes back to where it was. */
export function useOrder({ name, current, save, refresh }: Order) {
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const ids = wanted === null ? current : inOrder(current, wanted);
  const saving = useMutation({
    scope: { id: name },
    mutationFn: ({ to, seen }: { to: readonly string[]; seen: readonly string[] }) =>
      save(to, seen),
    onSettled: async (_, __, { to }) => {
      await refresh();
      setWanted((latest) => (latest === to ? null : latest));
    },
    onError: () => setWanted(null),
  });
  return {
    ids,
    error: saving.error,
    change: (to: readonly string[]) => {
      setWanted(to);
      saving.mutate({ to, seen: ids });
    },
  };
}

/** What is there, as it was wanted; what came meanwhile stands behind it. */
function inOrder(current: readonly string[], wanted: readonly string[]): string[] {
  return [
    ...wanted.filter((id) => current.includes(id)),
    ...current.filter((id) => !wanted.includes(id)),
  ];
}
