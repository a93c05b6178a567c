import { api, requireOk } from "../api.ts";
import type { ForumPageData } from "../forums/forum-query.ts";
import { StatusMoves } from "./StatusMoves.tsx";

/** Loaded for those alone who may move the forum on. */
export default function ForumMoves({ forum, moves }: ForumPageData) {
  return (
    <StatusMoves
      moves={moves}
      steps={(words) => words.forum}
      isEnding={(to) => to === "cancelled" || to === "ended"}
      onMove={(to) =>
        requireOk(
          api.forums[":forumId"].status.$put({ param: { forumId: forum.id }, json: { to } }),
        )
      }
    />
  );
}
