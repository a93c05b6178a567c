// The product's Worker with a counter around each room's storage: for bench:rows alone.
import { DocumentRoom as Room } from "../../party/document-room.ts";
import worker from "../../worker/index.ts";
import { countRows } from "./count-rows.ts";

export { ForumRoom } from "../../party/forum-room.ts";
export { ReviewRoom } from "../../party/review-room.ts";

type RoomArguments = ConstructorParameters<typeof Room>;

export class DocumentRoom extends Room {
  readonly #rows: { written: number };

  constructor(...[context, env]: RoomArguments) {
    const rows = { written: 0 };
    countRows(context.storage, rows);
    super(context, env);
    this.#rows = rows;
  }

  /** Rows written since the room woke, over all of its statements. */
  rowsWritten(): number {
    return this.#rows.written;
  }
}

export default {
  ...worker,
  async fetch(...[request, env, context]: Parameters<typeof worker.fetch>) {
    const document = /^\/bench\/rows\/([\w-]+)$/.exec(new URL(request.url).pathname)?.[1];
    if (document === undefined) return worker.fetch(request, env, context);
    // The binding's type names the product's room; here it is the one above.
    const room = env.DOCUMENT_ROOM.getByName(document) as unknown as {
      rowsWritten(): Promise<number>;
    };
    return Response.json(await room.rowsWritten());
  },
};
