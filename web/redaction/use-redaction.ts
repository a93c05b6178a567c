import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RedactionReason } from "../../domain/statuses.ts";
import { api, readResponse } from "../api.ts";
import type { Occurrence } from "./redactions-query.ts";

const route = api.documents[":documentId"].redactions;

/** At once, or by asking the camat. */
export type RedactionWay = "redact" | "propose";

/** From words to the places that have them, and to what is done about the chosen ones. */
export function useRedaction(documentId: string, way: RedactionWay) {
  const queryClient = useQueryClient();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const param = { documentId };
  const search = useMutation({
    mutationFn: async (words: string) => ({
      words,
      ...(await readResponse(route.occurrences.$post({ param, json: { words } }))),
    }),
    onMutate: () => setLeft(new Set()),
  });
  const found = search.data ?? null;
  const chosen = (found?.occurrences ?? []).filter(({ key }) => !left.has(key));
  const send = useMutation({
    mutationFn: async (why: { reasonKind: RedactionReason; reason: string }) => {
      const json = { ...why, words: found?.words ?? "", chosen: chosen.map(({ key }) => key) };
      const to = way === "redact" ? route : route.proposals;
      return readResponse(to.$post({ param, json }));
    },
    onSettled: () => queryClient.invalidateQueries(),
  });
  const leave = (key: string, isLeft: boolean) => {
    const next = new Set(left);
    if (isLeft) next.add(key);
    else next.delete(key);
    setLeft(next);
  };
  const isOnlyBeside = chosen.length === 0 && found !== null && placesIn(found.beside) > 0;
  const letters = isOnlyBeside ? found.words.length : lettersOf(chosen);
  return { search, found, left, leave, send, letters, isOnlyBeside };
}

function placesIn({ rows, links }: { rows: number; links: number }): number {
  return rows + links;
}

export function lettersOf(occurrences: readonly Occurrence[]): number {
  return occurrences.reduce((sum, { units }) => sum + units, 0);
}
