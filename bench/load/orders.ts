import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

type Orders<T> = { [K in keyof T]: (order: never) => Promise<unknown> };
interface Ask {
  id: number;
  name: string;
  order: unknown;
}
interface Answer {
  id: number;
  result?: unknown;
  error?: string;
}

/** In a child: carries out what the parent asks, one answer for each order. */
export function obey<T extends Orders<T>>(orders: T): void {
  process.on("disconnect", () => process.exit(0));
  process.on("message", async ({ id, name, order }: Ask) => {
    const carryOut = orders[name as keyof T] as unknown as (order: unknown) => Promise<unknown>;
    const answer: Answer = await carryOut(order).then(
      (result) => ({ id, result }),
      (error) => ({ id, error: error instanceof Error ? String(error.stack) : String(error) }),
    );
    process.send?.(answer);
  });
}

/** A child process that obeys `T`. */
export class Obedient<T extends Orders<T>> {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #asked = 0;

  constructor(file: URL, place = 0) {
    this.#child = fork(fileURLToPath(file), {
      serialization: "advanced",
      env: { ...process.env, BENCH_PLACE: String(place) },
    });
    this.#child.on("message", ({ id, result, error }: Answer) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) waiting?.resolve(result);
      else waiting?.reject(new Error(error));
    });
    this.#child.on("exit", (code) => {
      for (const { reject } of this.#waiting.values()) {
        reject(new Error(`a load process ended with ${code}`));
      }
    });
  }

  order<K extends keyof T & string>(name: K, order: Parameters<T[K]>[0]): ReturnType<T[K]> {
    const waiting = Promise.withResolvers<unknown>();
    const id = this.#asked++;
    this.#waiting.set(id, waiting);
    this.#child.send({ id, name, order } satisfies Ask);
    // What the child answers to `name` is what its `T[name]` returned.
    return waiting.promise as ReturnType<T[K]>;
  }

  end(): void {
    this.#child.disconnect();
  }
}
