// The product's Worker with rooms whose storage can be told to fail: for the crash suite alone.
import { DocumentRoom as Room } from "../../party/document-room.ts";
import worker from "../../worker/index.ts";

export { ForumRoom } from "../../party/forum-room.ts";
export { ReviewRoom } from "../../party/review-room.ts";

type RoomArguments = ConstructorParameters<typeof Room>;

export class DocumentRoom extends Room {
  readonly #storage: { fails: boolean; failures: number };

  constructor(...[context, env]: RoomArguments) {
    const state = { fails: false, failures: 0 };
    const { sql } = context.storage;
    const exec = sql.exec.bind(sql);
    Object.defineProperty(sql, "exec", {
      value: (...statement: Parameters<typeof exec>) => {
        const isPage = statement[0].startsWith("INSERT INTO pages");
        if (!state.fails || !isPage) return exec(...statement);
        state.failures++;
        throw new Error("the disk is full");
      },
    });
    super(context, env);
    this.#storage = state;
  }

  /**
   * Pages cannot be written, or can again; told once more, it says how often one could not since
   * the process began.
   */
  failStorage(fails: boolean): number {
    this.#storage.fails = fails;
    return this.#storage.failures;
  }
}

export default {
  ...worker,
  async fetch(...[request, env, context]: Parameters<typeof worker.fetch>) {
    const { pathname } = new URL(request.url);
    const [, document, order] = /^\/bench\/storage\/([\w-]+)\/(fails|works)$/.exec(pathname) ?? [];
    if (document === undefined) return worker.fetch(request, env, context);
    // The binding's type names the product's room; here it is the one above.
    const room = env.DOCUMENT_ROOM.getByName(document) as unknown as {
      failStorage(fails: boolean): Promise<number>;
    };
    return Response.json(await room.failStorage(order === "fails"));
  },
};
