import { abortAllDurableObjects, evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, vi } from "vitest";
import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { changeForum } from "./change-forum.ts";
import { Ledger } from "./ledger.ts";
import { checkpointNow } from "./log-audit.ts";
import type { Step } from "./random-steps.ts";
import { person, villages } from "./room-people.ts";
import { SimulatedTab } from "./simulated-tab.ts";
import { StockTab } from "./stock-tab.ts";

/** In the order in which they come: two villages, one person with two tabs, one with every lane. */
const people = [
  person("participant-a"),
  person("participant-b", { village: villages.b }),
  person("participant-a"),
  person("facilitator", {
    name: "Pejabat facilitator",
    village: null,
    office: "Kecamatan Contoh",
    lanes: "all",
  }),
  person("representative-a"),
];

/** Some people in one room: carries out steps and counts those that had an effect. */
export class ConvergenceRun {
  readonly ledger = new Ledger();
  readonly counts: Partial<Record<Step["kind"], number>> = {};
  readonly tabs: (SimulatedTab | StockTab)[];
  readonly #room: string;

  /** @param seed decides who takes part: 3 to 5 tabs of ours, and in every second run a stock one */
  constructor(room: string, seed: number) {
    this.#room = room;
    const ours = people.slice(0, 3 + (seed % 3));
    this.tabs = ours.map((who) => new SimulatedTab(room, who, this.ledger));
    const villager = person("participant-b", { village: villages.b });
    if (seed % 2 === 1) this.tabs.push(new StockTab(room, villager, this.ledger));
  }

  async begin(): Promise<void> {
    for (const tab of this.tabs.slice(0, 3)) await tab.connect();
  }

  async take(step: Step): Promise<void> {
    if (await this.#carryOut(step)) this.counts[step.kind] = (this.counts[step.kind] ?? 0) + 1;
  }

  /** Everybody is back and shows the same. */
  async gather(): Promise<void> {
    for (const tab of this.tabs) await tab.connect();
    const [first, ...others] = this.tabs;
    if (!first) throw new Error("nobody is there");
    await vi.waitUntil(
      () =>
        this.tabs.some(({ closed }) => closed !== null) ||
        others.every(({ doc, isStock }) =>
          isStock ? contentOf(doc) === contentOf(first.doc) : areEqual(doc, first.doc),
        ),
      { timeout: 5000, interval: 5 },
    );
    expect(this.tabs.map(({ closed }) => closed)).toEqual(this.tabs.map(() => null));
  }

  async #carryOut(step: Step): Promise<boolean> {
    const stub = env.DOCUMENT_ROOM.getByName(this.#room);
    const tab = "tab" in step ? this.tabs[step.tab % this.tabs.length] : undefined;
    switch (step.kind) {
      case "edit": {
        if (!tab?.hasDocument) return false;
        const before = Y.snapshot(tab.doc);
        tab.edit(step.edit);
        return !Y.equalSnapshots(before, Y.snapshot(tab.doc));
      }
      case "drop":
        if (!tab?.isLinked) return false;
        tab.cut();
        return true;
      case "back":
        if (!tab || tab.isLinked) return false;
        await tab.connect();
        return true;
      case "reload":
        if (!tab?.hasDocument) return false;
        tab.reload();
        await tab.connect();
        return true;
      case "gather":
        await this.gather();
        return true;
      case "forum":
        await changeForum(step.change);
        await stub.forumChanged();
        return true;
      case "sleep":
        await this.gather();
        for (const each of this.tabs) await each.untilSaved();
        await stub.glance();
        await evictDurableObject(stub);
        return true;
      case "restart":
        // Only a room that is awake can be put away.
        await stub.glance();
        await evictDurableObject(stub, { webSockets: "close" });
        await this.#returnAll();
        return true;
      case "crash":
        await abortAllDurableObjects();
        await this.#returnAll();
        return true;
      case "checkpoint":
        await checkpointNow(this.#room);
        return true;
    }
  }

  /** A room that died takes every link with it; who was there comes back by themselves. */
  async #returnAll(): Promise<void> {
    const present = this.tabs.filter((tab) => tab.wasLinked);
    for (const tab of present) tab.cut();
    for (const tab of present) await tab.connect();
  }
}

/** State vector, delete set and content. */
export function areEqual(a: Y.Doc, b: Y.Doc): boolean {
  return Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b)) && contentOf(a) === contentOf(b);
}

export function contentOf(doc: Y.Doc): string {
  return doc.getXmlFragment(fragmentName).toString();
}
