import type { ForumPageData } from "./forum-query.ts";
import type { Plan } from "./plan-fields.ts";

/** All that a forum's hosts decide on its page of settings. */
export interface Settings extends Plan {
  leaderPersonId: string | null;
  lanesAreOpen: boolean;
}

export function settingsOf(forum: ForumPageData["forum"]): Settings {
  const { title, theme, stage, startsAt, endsAt, place } = forum;
  const { chairPersonId, leaderPersonId, lanesAreOpen } = forum;
  return {
    ...{ title, theme, stage, startsAt, endsAt, place },
    ...{ chairPersonId, leaderPersonId, lanesAreOpen },
  };
}

/** What is other in `then`, with its values. */
export function differing(now: Settings, then: Settings): Partial<Settings> {
  const names = Object.keys(then) as (keyof Settings)[];
  return Object.fromEntries(
    names.filter((name) => then[name] !== now[name]).map((name) => [name, then[name]]),
  );
}
