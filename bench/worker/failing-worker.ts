// The product's Worker with rooms whose storage can be told to fail: for the crash suite alone.
import { DocumentRoom as Room } from "../../party/document-room.ts";
import worker from "../../worker/index.ts";

type RoomArguments = ConstructorParameters<typeof Room>;

export class DocumentRoom extends Room {
  readonly #storage: { fails: boolean };

  constructor(...[context, env]: RoomArguments) {
    const state = { fails: false };
    const { sql } = context.storage;
    const exec = sql.exec.bind(sql);
    Object.defineProperty(sql, "exec", {
      value: (...statement: Parameters<typeof exec>) => {
        const isPage = statement[0].startsWith("INSERT INTO pages");
        if (state.fails && isPage) throw new Error("the disk is full");
        return exec(...statement);
      },
    });
    super(context, env);
    this.#storage = state;
  }

  /** Whether pages cannot be written, until told otherwise or until the process dies. */
  failStorage(fails: boolean): void {
    this.#storage.fails = fails;
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
      failStorage(fails: boolean): Promise<void>;
    };
    await room.failStorage(order === "fails");
    return new Response(null, { status: 204 });
  },
};
