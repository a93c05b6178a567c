// Authors in a process of their own.

import { seededRandom } from "../../party/testing/seeded-random.ts";
import { obey } from "../load/orders.ts";
import { steadily } from "../load/steadily.ts";
import { type Joined, joinAsWitness, until } from "../load/witness.ts";
import type { AuthorState, CrashOrders } from "./crash-orders.ts";
import { type SharedText, sharedText } from "./shared-text.ts";

/** Letters from CJK and Hangul, one UTF-16 unit each; each process has its half of them. */
const firstLetters = [0x3400, 0x8600] as const;

interface Author {
  joined: Joined;
  text: SharedText;
  made: string;
}

const authors = new Map<number, Author>();
const random = seededRandom(process.pid);
let nextLetter: number = firstLetters[Number(process.env.BENCH_PLACE ?? 0) === 0 ? 0 : 1];
let isWriting = false;

obey<CrashOrders>({
  async join({ authors: newcomers }) {
    await Promise.all(
      newcomers.map(async ({ author, file, seat }) => {
        const joined = await joinAsWitness(file, seat);
        authors.set(author, { joined, text: sharedText(joined.doc), made: "" });
      }),
    );
  },

  async write({ perSecond }) {
    isWriting = true;
    for (const [number, author] of authors) {
      // Nobody waits for the end of this: freezing ends it.
      void steadily(
        number,
        600,
        perSecond,
        () => typeOne(author),
        () => isWriting,
      );
    }
  },

  async freeze({ leavers }) {
    isWriting = false;
    const states = [...authors].map(([author, { made, joined, text }]): AuthorState => {
      const acknowledged = Math.max(0, made.length - joined.unsaved());
      return { author, made, acknowledged, screen: text.toString() };
    });
    for (const leaver of leavers) {
      authors.get(leaver)?.joined.close();
      authors.delete(leaver);
    }
    return states;
  },

  async settle({ acknowledged, withinMs }) {
    const isSettled = ({ joined }: Author) =>
      joined.isReady() && (!acknowledged || joined.unsaved() === 0);
    const settled = until(() => [...authors.values()].every(isSettled), withinMs, "all are back");
    return settled.then(
      () => true,
      () => false,
    );
  },

  async texts() {
    return [...authors.values()].map(({ text }) => text.toString());
  },
});

function typeOne(author: Author): void {
  const letter = String.fromCharCode(nextLetter++);
  author.made += letter;
  author.text.insert(Math.floor(random() * (author.text.length + 1)), letter);
}
