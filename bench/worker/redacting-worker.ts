// The product's Worker with ways to a room that only the test of its raw bytes takes.
import worker from "../../worker/index.ts";

export { DocumentRoom } from "../../party/document-room.ts";
export { ForumRoom } from "../../party/forum-room.ts";
export { ReviewRoom } from "../../party/review-room.ts";

export default {
  ...worker,
  async fetch(...[request, env, context]: Parameters<typeof worker.fetch>) {
    const { pathname } = new URL(request.url);
    const [, id, order] =
      /^\/bench\/redaction\/([\w-]+)\/(import|find|redact|forget)$/.exec(pathname) ?? [];
    if (id === undefined) return worker.fetch(request, env, context);
    const [room, review] = [env.DOCUMENT_ROOM.getByName(id), env.REVIEW_ROOM.getByName(id)];
    switch (order) {
      case "import":
        return Response.json(request.body && (await room.importRoom(request.body)));
      case "find":
        return Response.json(await review.occurrencesOf(await request.text()));
      case "redact":
        return Response.json(await room.redact(await request.json()));
      default:
        return Response.json((await review.forget()) ?? null);
    }
  },
};
