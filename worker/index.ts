import { deliverNotices } from "./actions/deliver-notices.ts";
import { indexDue } from "./actions/index-due.ts";
import { api } from "./api.ts";
import type { Env } from "./env.ts";
import { publicPages } from "./pages/public-pages.tsx";
import { openRoomDoor } from "./room-door.ts";
import { answerFeed } from "./routes/calendars.ts";

export { DocumentRoom } from "../party/document-room.ts";
export { ForumRoom } from "../party/forum-room.ts";
export { ReviewRoom } from "../party/review-room.ts";

/** Documents that were there before the index come into it by and by. */
const indexedEachMinute = 3;

export default {
  fetch(request, env, context) {
    const { pathname } = new URL(request.url);
    if (pathname === "/api" || pathname.startsWith("/api/"))
      return api.fetch(request, env, context);
    if (pathname.startsWith("/parties/")) return openRoomDoor(request, env);
    if (pathname === "/publik" || pathname.startsWith("/publik/"))
      return publicPages.fetch(request, env, context);
    if (pathname.startsWith("/kalender/")) return answerFeed(request, env);
    return env.ASSETS.fetch(request);
  },
  async scheduled(_event, env) {
    await deliverNotices(env);
    await indexDue(env, indexedEachMinute);
  },
} satisfies ExportedHandler<Env>;
