import type { QueryClient } from "@tanstack/react-query";
import { forumQuery } from "./forums/forum-query.ts";
import { homeQuery } from "./home/home-query.ts";
import { mapQuery } from "./problem-map/map-query.ts";
import { askForMe, meQuery } from "./session/me-query.ts";

/** Asks for the page's data together with the person, which saves a round trip of the hall's line. */
export function startFirstRequests(queryClient: QueryClient, path: string): void {
  // Nobody is signed in there, or need be.
  if (path === "/masuk" || path === "/periksa") return;
  const isMap = path === "/program/peta";
  void queryClient.prefetchQuery(isMap ? askForMe(0) : meQuery);
  if (path === "/" || path === "/forum") void queryClient.prefetchQuery(homeQuery);
  const forumId = /^\/forum\/([\w-]+)$/.exec(path)?.[1];
  if (forumId !== undefined) void queryClient.prefetchQuery(forumQuery(forumId));
  if (isMap) {
    void queryClient.prefetchQuery(mapQuery);
    // Read while the answers are on their way; where it does not come, the page says so.
    import("./problem-map/ProblemMapPages.tsx").catch(() => undefined);
  }
}
