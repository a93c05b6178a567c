import type { Seat } from "../servers/bench-server.ts";

/** What a process of authors can be told to do. Authors are numbered by the parent. */
export interface CrashOrders {
  join(order: { authors: { author: number; file: string; seat: Seat }[] }): Promise<void>;
  /** Everybody types at random places of one shared text until told to freeze. */
  write(order: { perSecond: number }): Promise<void>;
  /** Stops the typing, notes what everybody has, and lets `leavers` go for ever. */
  freeze(order: { leavers: number[] }): Promise<AuthorState[]>;
  /** Waits until everybody is back, and everything of theirs acknowledged where a server does so. */
  settle(order: { acknowledged: boolean; withinMs: number }): Promise<boolean>;
  /** The shared text on each screen. */
  texts(order: Record<string, never>): Promise<string[]>;
}

/** Every letter typed in a run is another one, so that each can be looked for. */
export interface AuthorState {
  author: number;
  /** The author's letters, in the order in which they were typed. */
  made: string;
  /** How many of those the server has called stored. */
  acknowledged: number;
  /** The shared text on the author's screen. */
  screen: string;
}
