import { queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import { api, readResponse } from "../api.ts";

export type PeopleData = InferResponseType<typeof api.people.$get>;
export type ListedPerson = PeopleData["people"][number];
export type ListedForum = PeopleData["forums"][number];

/** Names and phones of a district: asked anew, and kept on no device. */
export const peopleQuery = queryOptions({
  queryKey: ["people"],
  queryFn: () => readResponse(api.people.$get()),
});

/** The forum in session or the next to come. */
export function nearestForum(forums: readonly ListedForum[], now: number): ListedForum | null {
  const open = forums.filter(({ status, endsAt }) => status !== "ended" && endsAt > now);
  const [first] = open.toSorted((a, b) => a.startsAt - b.startsAt);
  return forums.find(({ status }) => status === "inSession") ?? first ?? null;
}
