// The leader goes to another document: how soon thirty people know, and how soon a browser among
// them shows the place, without loading its page anew.
import type { Page } from "@playwright/test";
import { demoCaseId, demoForumId, demoMinutesId } from "../scripts/demo/forum.ts";
import { demoPeople } from "../scripts/demo/people.ts";
import type { RunningServer } from "../scripts/serve.ts";
import { withBrowser } from "../scripts/with-browser.ts";
import { benchCommand, machine } from "./bench-command.ts";
import { LeanSocket } from "./load/lean-socket.ts";
import { median } from "./percentile.ts";
import { atMost, finish, rounded, say } from "./report.ts";

const people = 30;
const withinMs = 1000;
const giveUpMs = 30_000;
const documents = [demoCaseId, demoMinutesId];

interface Visitor {
  cookie: string;
  origin: string;
}

interface Run {
  /** From the leader's request to the last of the sockets, and to the browser; each move. */
  toldMs: number[];
  shownMs: number[];
}

await benchCommand(async (isQuick) => {
  await withBrowser(async (browser, server) => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await signInPage(page, server, "peserta-a");
    const containers = await lastContainers(page, server);
    const leader = await signIn(server, "fasilitator");
    const leadId = await takeLead(server, leader);
    const sockets = await listen(server);
    await page.goto(`${server.url}/forum/${demoForumId}`);
    await page.getByRole("button", { name: "Ikuti fasilitator" }).click();
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));

    const runs: Run[] = [];
    for (let run = 0; run < (isQuick ? 1 : 3); run++) {
      const measured: Run = { toldMs: [], shownMs: [] };
      for (let move = 0; move < (isQuick ? 2 : 6); move++) {
        const documentId = documents[move % documents.length] ?? "";
        const place = { leadId, documentId, ...containers.get(documentId), block: null };
        const shown = whenShown(page, place);
        const startedAt = Date.now();
        const told = Promise.all(sockets.map((socket) => whenTold(socket, documentId)));
        await act(server, leader, "place", place);
        measured.toldMs.push(Math.max(...(await told)) - startedAt);
        measured.shownMs.push((await shown) - startedAt);
      }
      runs.push(measured);
      say(JSON.stringify(measured));
    }
    if (!(await page.evaluate(() => "isSamePage" in window))) throw new Error("loaded anew");
    for (const socket of sockets) socket.close();
    finish(
      "follow",
      [
        atMost("the last of 30 told, ms", median(runs.map((run) => worst(run.toldMs))), withinMs),
        atMost("shown in a browser, ms", median(runs.map((run) => worst(run.shownMs))), withinMs),
      ],
      { machine: machine(), isQuick, people, runs },
    );
  });
});

/** Of each document the container that stands last. The visit also loads the page's parts. */
async function lastContainers(page: Page, server: RunningServer) {
  const found = new Map<string, { containerId: string }>();
  for (const documentId of documents) {
    await page.goto(`${server.url}/dokumen/${documentId}`);
    await page.locator(".tiptap section").first().waitFor();
    const ids = await page
      .locator(".tiptap section")
      .evaluateAll((sections) => sections.map(({ id }) => id.slice(2)));
    found.set(documentId, { containerId: ids.at(-1) ?? "" });
  }
  return found;
}

/** When the page shows that container, ms since 1970. */
function whenShown(page: Page, place: { documentId: string; containerId?: string }) {
  return page.evaluate(
    ({ documentId, containerId, giveUpMs: ms }) =>
      new Promise<number>((resolve, reject) => {
        const giveUpAt = performance.now() + ms;
        const look = () => {
          const box = document.getElementById(`c-${containerId}`)?.getBoundingClientRect();
          const isThere = location.pathname === `/dokumen/${documentId}`;
          if (isThere && box && box.top < innerHeight && box.bottom > 0) resolve(Date.now());
          else if (performance.now() > giveUpAt) reject(new Error("never shown"));
          else requestAnimationFrame(look);
        };
        look();
      }),
    { ...place, giveUpMs },
  );
}

function whenTold(socket: LeanSocket, documentId: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("never told")), giveUpMs);
    socket.onBinary = (frame, at) => {
      if (JSON.parse(frame.toString()).place?.documentId !== documentId) return;
      clearTimeout(timer);
      resolve(at);
    };
  });
}

/** Thirty sockets of the demo's people, as several devices of each. */
async function listen(server: RunningServer): Promise<LeanSocket[]> {
  const guests = demoPeople.filter(({ forumRole }) => forumRole !== null);
  const visitors = await Promise.all(guests.map(({ id }) => signIn(server, id)));
  const url = `${server.url.replace("http", "ws")}/parties/forum-room/${demoForumId}`;
  const sockets: LeanSocket[] = [];
  for (let place = 0; place < people; place++) {
    const visitor = visitors[place % visitors.length];
    if (visitor) sockets.push(await LeanSocket.open(url, { ...visitor }));
  }
  return sockets;
}

async function takeLead(server: RunningServer, leader: Visitor): Promise<string> {
  const answer = await act(server, leader, "lead", { insteadOf: null });
  const { leadId } = (await answer.json()) as { leadId: string };
  return leadId;
}

async function act(server: RunningServer, who: Visitor, what: string, json: unknown) {
  const answer = await fetch(`${server.url}/api/forums/${demoForumId}/session/${what}`, {
    method: "PUT",
    headers: { ...who, "content-type": "application/json" },
    body: JSON.stringify(json),
  });
  if (!answer.ok) throw new Error(`${what}: ${answer.status}`);
  return answer;
}

async function signIn(server: RunningServer, personId: string): Promise<Visitor> {
  const [, token] = (await server.signInAddress(personId)).split("#");
  const answer = await fetch(`${server.url}/api/sign-in`, {
    method: "POST",
    headers: { origin: server.url, "content-type": "application/json" },
    body: JSON.stringify({ token }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  return { cookie: cookies.join("; "), origin: server.url };
}

async function signInPage(page: Page, server: RunningServer, personId: string): Promise<void> {
  const [, token] = (await server.signInAddress(personId)).split("#");
  const headers = { origin: server.url };
  await page.request.post(`${server.url}/api/sign-in`, { headers, data: { token } });
}

function worst(ms: readonly number[]): number {
  return rounded(Math.max(...ms)) ?? Number.POSITIVE_INFINITY;
}
