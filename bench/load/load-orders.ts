import type { Seat } from "../servers/bench-server.ts";
import type { SentAt } from "./arrivals.ts";
import type { Traffic } from "./light-client.ts";

/** What a load process can be told to do, and what it answers. */
export interface LoadOrders {
  /** Everybody joins at once; answers how long each took, in ms. */
  join(order: {
    seats: { index: number; seat: Seat }[];
    witness: { file: string; seat: Seat } | null;
  }): Promise<number[]>;
  /** Everybody makes a paragraph and waits until those of all `writers` have arrived. */
  prepare(order: { writers: number }): Promise<void>;
  /** Everybody types (or moves the caret) at this rate. Times in ms since 1970. */
  write(order: { what: "letters" | "carets"; seconds: number; perSecond: number }): Promise<{
    sentAt: SentAt;
    lagP99Ms: number;
  }>;
  /** Waits until everything has arrived everywhere and, where a server acknowledges, is stored. */
  drain(order: {
    typedTo: Record<number, number>;
    withinMs: number;
    acknowledged: boolean;
  }): Promise<boolean>;
  tally(order: { what: "letters" | "carets"; sentAt: SentAt }): Promise<LoadTally>;
  leave(order: Record<string, never>): Promise<void>;
}

export interface LoadTally {
  latenciesMs: Float64Array;
  witnessLatenciesMs: Float64Array;
  savedMs: Float64Array;
  updates: Traffic;
  others: Traffic;
  sealBytes: number;
  /** Close codes of clients that were sent away. */
  closed: number[];
}
