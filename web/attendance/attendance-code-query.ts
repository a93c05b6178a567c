import { queryOptions } from "@tanstack/react-query";
import { api, readResponse } from "../api.ts";

/** After the server's clock has surely turned. */
const marginMs = 1000;
const askAgainMs = 15_000;

/** The hall's code, asked for again when the server changes it. */
export const attendanceCodeQuery = (forumId: string) =>
  queryOptions({
    queryKey: ["attendance-code", forumId],
    queryFn: () =>
      readResponse(api.forums[":forumId"].attendance.code.$get({ param: { forumId } })),
    refetchInterval: ({ state }) => (state.data ? state.data.changesInMs + marginMs : askAgainMs),
    // The projector's window is not the one that somebody types in.
    refetchIntervalInBackground: true,
    gcTime: 0,
  });

/** What the QR of a code leads to. */
export function presentAddress(forumId: string, code: string): string {
  return `${location.origin}/hadir/${forumId}#${code}`;
}

/** "123 456", as it is read aloud. */
export function spacedCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
