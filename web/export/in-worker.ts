/** What a worker of ours answers; an error as its name alone, for its words are for no person. */
export type WorkerAnswer<A> = { answer: A } | { failed: string };

/**
 * Asks a worker one thing and ends it: long work stops no page, and can be cancelled at once.
 * @throws AbortError when it was cancelled, and an Error named as the worker's own was
 */
export function askWorker<A>(
  start: () => Worker,
  question: unknown,
  { signal, transfer = [] }: { signal?: AbortSignal; transfer?: Transferable[] } = {},
): Promise<A> {
  return new Promise<A>((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = start();
    const end = () => {
      signal?.removeEventListener("abort", cancel);
      worker.terminate();
    };
    const cancel = () => {
      end();
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", cancel);
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer<A>>) => {
      end();
      if ("answer" in data) return resolve(data.answer);
      const error = new Error("a worker failed");
      error.name = data.failed;
      reject(error);
    };
    worker.onerror = (event) => {
      end();
      reject(new Error("a worker did not run", { cause: event.message }));
    };
    worker.postMessage(question, transfer);
  });
}
