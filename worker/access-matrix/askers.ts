/**
 * Who asks, in the test world's forum in session. `J` is the Inspektorat where the camat's setting
 * lets it look. `V` is a villager who was not invited, `D` one of another district, `E` the
 * facilitator of another district, `X` somebody who was removed, `-` nobody signed in.
 */
export const askers = {
  P: "participant-b",
  W: "representative-a",
  N: "minute-taker",
  O: "observer",
  F: "facilitator",
  C: "camat",
  R: "reviewer",
  I: "inspector",
  J: "inspector",
  V: "villager-c",
  D: "villager-d",
  E: "facilitator-elsewhere",
  X: "removed",
  "-": null,
} as const satisfies Record<string, string | null>;

export type Asker = keyof typeof askers;

/**
 * One request, and who is answered, written by hand. A new route is a type error until it stands in
 * `expected`; several situations of one route are several requests.
 */
export interface Expected {
  when?: string;
  path: string;
  json?: unknown;
  /** Puts the world into the state that the request is made in, before each asker. */
  before?: () => Promise<unknown>;
  /** Letters of `askers`: they get `answer`. `*` is everybody, signed in or not. */
  who: string;
  /** With which status; 200 where nothing else is said. */
  answer?: number;
  /** Who is heard too, and refused for another reason: that village is not of their district. */
  also?: Partial<Record<Asker, number>>;
  /** Letters of those who see the thing and may not do this: 403. */
  seen?: string;
  // All others: 404, and 401 for those who are not signed in.
}
