// Ten thousand documents are searched in a real workerd: how soon, whether what is meant is found, and
// how soon after a pause what somebody writes is.
import { setTimeout as pause } from "node:timers/promises";
import type { SearchAnswer } from "../worker/actions/search.ts";
import { benchCommand, machine } from "./bench-command.ts";
import { NoteReader } from "./load/note-reader.ts";
import { percentile } from "./percentile.ts";
import { atLeast, atMost, finish, rounded, say } from "./report.ts";
import { allQueries, expectedId, seeded, writeCorpus } from "./search/corpus.ts";
import { otherFormQueries } from "./search/queries.ts";
import { anyWord } from "./search/vocabulary.ts";
import { type OurServer, startOurs } from "./servers/ours.ts";

const documents = 10_000;
const firstHits = 5;
const pauses = 5;
const foundWithinMs = 20_000;

await benchCommand(async (isQuick) => {
  const count = isQuick ? 1000 : documents;
  const server = await startOurs();
  try {
    const startedAt = Date.now();
    await server.restart(() => writeCorpus(server.stateFolder, count, server.personIdOf(0)));
    say(`${count} documents were indexed in ${Math.round((Date.now() - startedAt) / 1000)} s`);
    const random = seeded(7);
    const mixed = Array.from({ length: isQuick ? 50 : 200 }, (_, at) =>
      Array.from({ length: 1 + (at % 3) }, () => anyWord(random)).join(" "),
    );
    for (const query of mixed.slice(0, 10)) await search(server, query);
    const cpuFrom = server.cpuMs();
    const sought = await timed(
      server,
      allQueries.map(({ query }) => query),
    );
    const found = sought.map(({ answer }, at) =>
      answer.hits.slice(0, firstHits).some(({ id }) => id === expectedId(at)),
    );
    const missed = allQueries.filter((_, at) => !found[at]).map(({ query }) => query);
    const common = await timed(server, mixed);
    const all = [...sought, ...common].map(({ ms }) => ms);
    const cpuMs = (server.cpuMs() - cpuFrom) / all.length;
    const fresh = await freshness(server);
    finish(
      "search",
      [
        atMost(`a search among ${count} documents, p95 ms`, percentile(all, 0.95), 150),
        atLeast("meant and among the first five, share of 100", share(found), 0.9),
        atLeast(
          "of them in another form of the word, share of 50",
          share(found.slice(0, otherFormQueries.length)),
          0.9,
        ),
        atMost("pause in typing to found, longest of five, s", Math.max(...fresh) / 1000, 5),
      ],
      {
        machine: machine(),
        isQuick,
        ms: {
          sought: spread(sought.map(({ ms }) => ms)),
          common: spread(common.map(({ ms }) => ms)),
        },
        cpuMsOfEach: rounded(cpuMs),
        missed,
        freshMs: fresh.map((each) => Math.round(each)),
      },
    );
  } finally {
    await server.stop();
  }
});

async function timed(server: OurServer, queries: readonly string[]) {
  const answers: { ms: number; answer: SearchAnswer }[] = [];
  for (const query of queries) {
    const from = performance.now();
    const answer = await search(server, query);
    answers.push({ ms: performance.now() - from, answer });
  }
  return answers;
}

async function search(server: OurServer, query: string): Promise<SearchAnswer> {
  const { headers } = server.seat("", 0);
  const answer = await fetch(`${server.origin}/api/search?${new URLSearchParams({ q: query })}`, {
    headers,
  });
  if (!answer.ok) throw new Error(`a search was answered with ${await answer.text()}`);
  return (await answer.json()) as SearchAnswer;
}

/** Somebody writes a sentence and pauses; somebody else searches until it is found. */
async function freshness(server: OurServer): Promise<number[]> {
  const document = server.newDocument();
  const writer = await NoteReader.open(server.seat(document, 0));
  const took: number[] = [];
  for (let at = 0; at < pauses; at++) {
    const word = `kata${crypto.randomUUID().slice(0, 8)}`;
    writer.write(word);
    const pausedAt = performance.now();
    while (!(await search(server, word)).hits.some(({ id }) => id === document)) {
      if (performance.now() - pausedAt > foundWithinMs) throw new Error("it is not found");
      await pause(100);
    }
    took.push(performance.now() - pausedAt);
  }
  writer.close();
  return took;
}

function share(found: readonly boolean[]): number {
  return found.filter(Boolean).length / found.length;
}

function spread(ms: readonly number[]) {
  return {
    p50: rounded(percentile(ms, 0.5)),
    p95: rounded(percentile(ms, 0.95)),
    longest: rounded(Math.max(...ms)),
  };
}
