import type { RefusalName } from "../close-codes.ts";
import { within } from "./within.ts";

/** Without any notice, rights are asked anew with the traffic: the answer stands within 60 s. */
const checkEveryMs = 55_000;
/** After a question that failed. */
const retryAfterMs = 2000;
const answerWithinMs = 10_000;
const sweepEveryMs = 1000;
/** The clocks of Worker and room may differ by this; asking once too often costs a statement. */
const clocksDifferByMs = 2000;

/** Whoever is in a room, of whatever kind. */
interface Visitor {
  personId: string;
  sessionId: string;
  sessionEndsAt: number;
  decidedAt: number;
}

interface Room<Socket, Person extends Visitor> {
  sockets(): readonly Socket[];
  personOf(socket: Socket): Person | null;
  /** What these people are now, by session: without a session nothing, without access null. */
  ask(people: readonly Person[]): Promise<ReadonlyMap<string, Person | null>>;
  /** What of a person a socket was opened for: where it is another, they come in again. */
  rightsIn(person: Person): string;
  sendAway(refused: readonly (readonly [Socket, RefusalName])[]): void;
  /** Since when the room is told of changes; null while it is not. */
  toldSince(): number | null;
  onFailure(error: unknown): void;
}

/**
 * Decides anew for those who are in (R4): when a notice comes, when the room wakes, and with its
 * traffic. Nobody waits for it, and where the database does not answer nobody is sent away.
 */
export class RightsWatch<Socket, Person extends Visitor> {
  readonly #room: Room<Socket, Person>;
  /** Whose rights are to be asked. */
  #doubtful = new Set<Socket>();
  #running: Promise<void> | null = null;
  #checkedAt = 0;
  #triedAt = 0;
  #sweptAt = 0;
  /** The last notices, by person; of everybody under null. ms since 1970 */
  readonly #noticedAt = new Map<string | null, number>();

  constructor(room: Room<Socket, Person>) {
    this.#room = room;
  }

  /**
   * Rights changed: of these people, or everybody's.
   * @throws when it could not be asked, so that the notice is kept
   */
  async onNotice(personIds: readonly string[] | null, now: number): Promise<void> {
    for (const id of personIds ?? [null]) this.#noticedAt.set(id, now);
    const isMeant = (socket: Socket) => {
      const person = this.#room.personOf(socket);
      return person !== null && (personIds === null || personIds.includes(person.personId));
    };
    await this.#check(this.#room.sockets().filter(isMeant), now);
  }

  /** The room woke, with people in it. */
  onWaking(now: number): void {
    this.#checkQuietly(this.#room.sockets(), now);
  }

  /** Somebody came in, perhaps with a right that was read before a notice of its change. */
  onJoin(socket: Socket, { personId, decidedAt }: Person, now: number): void {
    if (this.#room.sockets().length === 1) this.#checkedAt = now;
    const toldSince = this.#room.toldSince();
    const noticedAt = [null, personId].map((id) => this.#noticedAt.get(id) ?? 0);
    const readAfter = Math.max(toldSince ?? 0, ...noticedAt) + clocksDifferByMs;
    if (toldSince !== null && decidedAt <= readAfter) this.#checkQuietly([socket], now);
  }

  /** Call it with everything that comes from anybody. */
  onTraffic(now: number): void {
    if (now - this.#sweptAt >= sweepEveryMs) this.#sendEndedAway(now);
    const isDue = now - this.#checkedAt >= checkEveryMs || this.#doubtful.size > 0;
    if (!isDue || this.#running || now - this.#triedAt < retryAfterMs) return;
    this.#checkQuietly(this.#room.sockets(), now);
  }

  #sendEndedAway(now: number): void {
    this.#sweptAt = now;
    const ended = this.#room.sockets().filter((socket) => {
      const person = this.#room.personOf(socket);
      return person !== null && now >= person.sessionEndsAt;
    });
    this.#room.sendAway(ended.map((socket) => [socket, "notSignedIn"]));
  }

  #checkQuietly(sockets: readonly Socket[], now: number): void {
    this.#check(sockets, now).catch((error) => this.#room.onFailure(error));
  }

  /** One question at a time; who became doubtful meanwhile is in the next. */
  #check(sockets: readonly Socket[], now: number): Promise<void> {
    for (const socket of sockets) this.#doubtful.add(socket);
    this.#triedAt = now;
    if (this.#doubtful.size === 0) return Promise.resolve();
    this.#running ??= this.#askAll();
    return this.#running;
  }

  async #askAll(): Promise<void> {
    try {
      while (this.#doubtful.size > 0) await this.#askDoubtful();
    } finally {
      // In the same step as the loop's end: whoever is added after it starts the next one.
      this.#running = null;
    }
  }

  async #askDoubtful(): Promise<void> {
    const asked = this.#doubtful;
    this.#doubtful = new Set();
    try {
      await this.#decide(asked);
    } catch (error) {
      for (const socket of asked) this.#doubtful.add(socket);
      throw error;
    }
  }

  async #decide(asked: ReadonlySet<Socket>): Promise<void> {
    const people = [...asked].flatMap((socket) => this.#room.personOf(socket) ?? []);
    if (people.length === 0) return;
    const askedAt = Date.now();
    const isEverybody = this.#room.sockets().every((socket) => asked.has(socket));
    const now = await within(answerWithinMs, this.#room.ask(people));
    if (isEverybody) this.#checkedAt = askedAt;
    const refused = [...asked].flatMap((socket): [Socket, RefusalName][] => {
      const person = this.#room.personOf(socket);
      const why = person && this.#changeOf(person, now.get(person.sessionId));
      return why ? [[socket, why]] : [];
    });
    this.#room.sendAway(refused);
  }

  /** Why a socket may not stay as it is; null when nothing that it carries has changed. */
  #changeOf(carried: Person, now: Person | null | undefined): RefusalName | null {
    if (now === undefined) return "notSignedIn";
    if (now === null) return "noAccess";
    return this.#room.rightsIn(now) === this.#room.rightsIn(carried) ? null : "rightsChanged";
  }
}
