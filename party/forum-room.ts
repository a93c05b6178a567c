import { type Connection, type ConnectionContext, Server, type WSMessage } from "partyserver";
import { selectAgenda } from "../worker/db/forums.ts";
import { openDatabase } from "../worker/db/open.ts";
import { deleteOpenRoom, forumRoomPrefix, insertOpenRoom } from "../worker/db/open-rooms.ts";
import { logBug } from "../worker/log-bug.ts";
import { RepeatedRefusals } from "./checks/repeated-refusals.ts";
import { closeCodes, type RefusalName } from "./close-codes.ts";
import { type ActRefusal, applyAct, type SessionAct } from "./forum/acts.ts";
import { followAgenda } from "./forum/item-clock.ts";
import { Listeners } from "./forum/listeners.ts";
import { LookBudget } from "./forum/look-budget.ts";
import { askSessionRights } from "./forum/session-admission.ts";
import {
  changedParts,
  encodeMessage,
  partsFor,
  presentVillages,
} from "./forum/session-messages.ts";
import { decodeSessionPerson, type SessionPerson } from "./forum/session-person.ts";
import type { PresentVillage, SessionState } from "./forum/session-state.ts";
import { SessionStore } from "./forum/session-store.ts";
import { look } from "./forum/session-wire.ts";
import { ping, pong } from "./ping.ts";
import { Registration } from "./rights/registration.ts";
import { RightsWatch } from "./rights/rights-watch.ts";
import { roomPersonHeader } from "./room-person.ts";

/** A hall that comes in at once is told of itself at most so often. */
const presenceEveryMs = 700;
/** Attendance is marked person after person: pages read anew at most so often. */
const revisionEveryMs = 2000;

/**
 * One forum in session: what is current, who speaks, where the leader is, what is asked. People act
 * through the API, which decides whether they may; sockets only listen. Its rules are numbered in
 * SPEC-forum.md.
 */
export class ForumRoom extends Server<Cloudflare.Env> {
  static override options = { hibernate: true };

  readonly #store = new SessionStore(this.ctx.storage);
  #state: SessionState = this.#store.read();
  readonly #listeners = new Listeners(
    (socket) => this.ctx.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0,
  );
  readonly #looks = new LookBudget();
  readonly #refusals = new RepeatedRefusals();
  /** What was last told of who is here. */
  #present: PresentVillage[] = [];
  #presenceTimer: ReturnType<typeof setTimeout> | null = null;
  #revisionTimer: ReturnType<typeof setTimeout> | null = null;
  readonly #registration = new Registration({
    insert: () => insertOpenRoom(openDatabase(this.env), this.name, Date.now()),
    remove: () => deleteOpenRoom(openDatabase(this.env), this.name),
    isEmpty: () => this.#listeners.size === 0,
    onFailure: logBug,
  });
  readonly #rights = new RightsWatch<Connection, SessionPerson>({
    sockets: () => this.#listeners.sockets(),
    personOf: (socket) => this.#listeners.personOf(socket),
    ask: async (people) => {
      // First, so that no change falls between the answer and the first notice.
      await this.#registration.ensure();
      const sessionIds = people.map(({ sessionId }) => sessionId);
      return askSessionRights(this.env, this.#forumId, sessionIds);
    },
    rightsIn: ({ name, village, office, seesDrafts }) =>
      JSON.stringify([name, village, office, seesDrafts]),
    sendAway: (refused) => {
      for (const [socket, why] of refused) this.#refuse(socket, why);
    },
    toldSince: () => this.#registration.since,
    onFailure: logBug,
  });

  override onStart(): void {
    this.ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(ping, pong));
    for (const socket of this.getConnections()) this.#listeners.restore(socket);
    this.#present = this.#presentNow(Date.now());
    if (this.#listeners.size > 0) this.#rights.onWaking(Date.now());
  }

  override async onConnect(socket: Connection, { request }: ConnectionContext): Promise<void> {
    try {
      await this.#registration.during(async () => this.#welcome(socket, request));
    } catch (error) {
      // Thrown on, partyserver would send the stack to whoever comes.
      logBug(error);
      socket.close(1011, "bug");
    }
  }

  /** Nothing is said here but that somebody looks at who is present. */
  override onMessage(socket: Connection, message: WSMessage): void {
    const person = this.#listeners.personOf(socket);
    // What somebody who was sent away had under way still arrives.
    if (!person) return;
    if (message !== look) return this.#refuse(socket, "malformed");
    const now = Date.now();
    if (!this.#looks.allows(person.personId, now)) return this.#refuse(socket, "tooFast");
    this.#listeners.hear(socket, now);
    this.#onTraffic(now);
    this.#tellPresence(now);
  }

  override onClose(socket: Connection): void {
    this.#leave(socket);
  }

  override onError(socket: Connection): void {
    this.#leave(socket);
  }

  /** What somebody does, who may. @returns why it was not done; null when it was */
  async act(act: SessionAct): Promise<ActRefusal | null> {
    await this.__unsafe_ensureInitialized();
    const now = Date.now();
    const next = applyAct(this.#state, act, now);
    if ("refusal" in next) return next;
    this.#become(next, now);
    this.#onTraffic(now);
    return null;
  }

  /** The item of the agenda that is dealt with now; null between two. */
  async currentItem(): Promise<{ id: string; title: string } | null> {
    await this.__unsafe_ensureInitialized();
    const { item } = this.#state;
    return item && { id: item.itemId, title: item.title };
  }

  /** Agenda, attendance or documents changed: the current item follows, and pages read anew. */
  async forumChanged(): Promise<void> {
    await this.__unsafe_ensureInitialized();
    if (this.#state.item) {
      const agenda = await selectAgenda(openDatabase(this.env), this.#forumId);
      const now = Date.now();
      this.#become(followAgenda(this.#state, agenda, now), now);
    }
    if (this.#listeners.size === 0) return;
    this.#revisionTimer ??= setTimeout(() => {
      this.#revisionTimer = null;
      this.#become({ ...this.#state, revision: this.#state.revision + 1 }, Date.now());
    }, revisionEveryMs);
  }

  /**
   * Rights of these people, or of everybody (null), have changed: decides anew whom it touches (R4).
   * @returns whether it has; otherwise the notice is to be kept
   */
  async rightsChanged(personIds: string[] | null): Promise<boolean> {
    await this.__unsafe_ensureInitialized();
    try {
      await this.#rights.onNotice(personIds, Date.now());
    } catch (error) {
      // Not thrown on: the runtime would log the statement with its values.
      logBug(error);
      return false;
    }
    this.#registration.removeIfEmpty();
    return true;
  }

  get #forumId(): string {
    return this.name.slice(forumRoomPrefix.length);
  }

  #welcome(socket: Connection, request: Request): void {
    const person = decodeSessionPerson(request.headers.get(roomPersonHeader));
    const now = Date.now();
    if (this.#refusals.shutOut(person.personId, now)) return this.#refuse(socket, "tooFast");
    const seat = this.#listeners.seatFor(person.personId, now);
    if (seat === "tooManyTabs" || seat === "roomFull") return this.#refuse(socket, seat);
    if (seat !== "free") this.#refuse(seat, "silent");
    this.#listeners.join(socket, person, now);
    const { seq } = this.#state;
    const parts = partsFor(this.#state, this.#presentNow(now), person);
    socket.send(encodeMessage({ seq, now, ...parts }));
    this.#rights.onJoin(socket, person, now);
    this.#tellPresenceSoon();
  }

  /** On disk first: a frame that is sent after the write leaves when the write stands. */
  #become(next: SessionState, now: number): void {
    const before = this.#state;
    if (JSON.stringify(next) === JSON.stringify(before)) return;
    const state = { ...next, seq: before.seq + 1 };
    this.#store.write(state);
    this.#state = state;
    this.#tell(before, this.#present, now);
  }

  #tellPresenceSoon(): void {
    this.#presenceTimer ??= setTimeout(() => {
      this.#presenceTimer = null;
      this.#tellPresence(Date.now());
    }, presenceEveryMs);
  }

  #tellPresence(now: number): void {
    for (const socket of this.#listeners.lost(now)) this.#refuse(socket, "silent");
    const before = this.#present;
    this.#present = this.#presentNow(now);
    this.#tell(this.#state, before, now);
  }

  /** What changed since `before`, to each as they may know it. */
  #tell(before: SessionState, presentBefore: PresentVillage[], now: number): void {
    const frameFor = (seesDrafts: boolean) => {
      const known = partsFor(before, presentBefore, { seesDrafts });
      const changed = changedParts(known, partsFor(this.#state, this.#present, { seesDrafts }));
      return changed && encodeMessage({ seq: this.#state.seq, now, ...changed });
    };
    const [full, reviewable] = [frameFor(true), frameFor(false)];
    for (const socket of this.#listeners.sockets()) {
      const frame = this.#listeners.personOf(socket)?.seesDrafts ? full : reviewable;
      if (frame) this.#send(socket, frame);
    }
  }

  #send(socket: Connection, frame: Uint8Array): void {
    try {
      socket.send(frame);
    } catch {
      // It closed while we were speaking; its close event may still be on its way.
      this.#leave(socket);
    }
  }

  #presentNow(now: number): PresentVillage[] {
    return presentVillages(this.#listeners.people(now));
  }

  #onTraffic(now: number): void {
    this.#rights.onTraffic(now);
  }

  #refuse(socket: Connection, name: RefusalName): void {
    const person = this.#listeners.personOf(socket);
    if (person) this.#refusals.add(person.personId, name, Date.now());
    this.#leave(socket);
    socket.close(closeCodes[name], name);
  }

  #leave(socket: Connection): void {
    this.#listeners.leave(socket);
    this.#registration.removeIfEmpty();
    if (this.#listeners.size > 0) this.#tellPresenceSoon();
  }
}
