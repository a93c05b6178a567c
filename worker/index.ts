import { deliverNotices } from "./actions/deliver-notices.ts";
import { api } from "./api.ts";
import type { Env } from "./env.ts";
import { publicPages } from "./pages/public-pages.tsx";
import { openRoomDoor } from "./room-door.ts";
import { answerFeed } from "./routes/calendars.ts";

export { DocumentRoom } from "../party/document-room.ts";
export { ForumRoom } from "../party/forum-room.ts";
export { ReviewRoom } from "../party/review-room.ts";

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
  scheduled: (_event, env) => deliverNotices(env),
} satisfies ExportedHandler<Env>;
