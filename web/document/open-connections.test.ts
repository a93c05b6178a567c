import { afterEach, expect, test, vi } from "vitest";
import { closeCodes } from "../../party/close-codes.ts";
import { borrowConnection } from "./open-connections.ts";
import { noteDraftKey } from "./tab-storage.ts";

/** What a browser has and this runtime does not; nothing answers on its sockets. */
function openBrowser() {
  const page = new EventTarget();
  const sockets: EventTarget[] = [];
  const tab = new Map<string, string>();
  class SilentSocket extends EventTarget {
    static readonly OPEN = 1;
    readonly readyState = 0;
    constructor() {
      super();
      sockets.push(this);
    }
    close() {}
  }
  vi.stubGlobal("WebSocket", SilentSocket);
  vi.stubGlobal("location", new URL("https://example.org/"));
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => tab.get(key) ?? null,
    setItem: (key: string, value: string) => tab.set(key, value),
    removeItem: (key: string) => tab.delete(key),
  });
  return { sockets, tab };
}

afterEach(() => void vi.unstubAllGlobals());

test.each([
  ["redacted", [noteDraftKey("other", "ani")]],
  ["readOnly", [noteDraftKey("case", "ani"), noteDraftKey("other", "ani")]],
] as const)(
  "[R11] where it begins anew after %s, these notes that were begun are left: %j",
  async (refusal, left) => {
    const { sockets, tab } = openBrowser();
    for (const documentId of ["case", "other"]) tab.set(noteDraftKey(documentId, "ani"), "{}");
    const seen: unknown[] = [];
    const giveBack = borrowConnection({ personId: "ani", documentId: "case" }, (each) => {
      seen.push(each);
    });
    const close = Object.assign(new Event("close"), { code: closeCodes[refusal] });
    sockets[0]?.dispatchEvent(close);
    await expect.poll(() => seen.length).toBe(2);
    expect([...tab.keys()]).toEqual(left);
    giveBack();
  },
);
