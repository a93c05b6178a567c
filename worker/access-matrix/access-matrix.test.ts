import { env } from "cloudflare:workers";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openDatabase } from "../db/open.ts";
import { districtSettings } from "../db/schema.ts";
import { type RouteName, routeAccess } from "../route-access.ts";
import { ask, cookieOf } from "../testing/requests.ts";
import { buildWorld } from "../testing/world.ts";
import { type Asker, askers, type Expected } from "./askers.ts";
import { expected } from "./expected.ts";
import { villagerIsNobody } from "./situations.ts";

beforeAll(buildWorld);

beforeAll(() => vi.useFakeTimers({ toFake: ["Date"] }));
// Nobody is told that they write too fast: the inspector asks twice each time.
beforeEach(() => vi.setSystemTime(Date.now() + 2_000));
afterAll(() => vi.useRealTimers());

const here = "99.01.01";
const letters = Object.keys(askers) as Asker[];
const requests = Object.entries(expected).flatMap(([route, each]) =>
  each.map((request) => ({ route, request, when: request.when ?? "at any time" })),
);
const caseCount = requests.length * letters.length;
let asked = 0;

async function answerTo(route: string, request: Expected, letter: Asker): Promise<number> {
  await villagerIsNobody();
  await request.before?.();
  const inspectorateSees = letter === "J";
  await openDatabase(env)
    .insert(districtSettings)
    .values({ districtId: here, inspectorateSees })
    .onConflictDoUpdate({ target: districtSettings.districtId, set: { inspectorateSees } });
  const personId = askers[letter];
  const [method = "GET"] = route.split(" ");
  const answer = await ask(request.path, {
    method,
    ...(request.json === undefined ? {} : { json: request.json }),
    ...(personId === null ? {} : { cookie: await cookieOf(personId) }),
  });
  await answer.body?.cancel();
  asked++;
  return answer.status;
}

function statusFor(request: Expected, letter: Asker): number {
  const { who, seen = "", answer = 200, also = {} } = request;
  const told = also[letter];
  if (told !== undefined) return told;
  if (who === "*" || who.split(" ").includes(letter)) return answer;
  if (letter === "X" || letter === "-") return 401;
  return seen.split(" ").includes(letter) ? 403 : 404;
}

describe(`the access matrix of the routes: ${caseCount} cases`, () => {
  it.each(requests)("$route is answered as the table says, $when", async ({ route, request }) => {
    const answers = new Map<Asker, number>();
    for (const letter of letters) answers.set(letter, await answerTo(route, request, letter));
    const wanted = letters.map((letter) => [letter, statusFor(request, letter)] as const);
    expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(wanted));
  });

  it("holds each route that there is", () => {
    expect(Object.keys(expected).sort()).toEqual(Object.keys(routeAccess).sort());
  });

  it.each(Object.keys(routeAccess).filter((route) => !route.startsWith("GET ")) as RouteName[])(
    "%s is refused from another site",
    async (route) => {
      const [method = ""] = route.split(" ");
      const [request] = expected[route];
      const cookie = await cookieOf("camat");
      for (const origin of [null, "https://elsewhere.test"]) {
        const answer = await ask(request?.path ?? "", { method, cookie, origin, json: {} });
        expect(answer.status).toBe(403);
        expect(await answer.json()).toMatchObject({ error: { code: "foreign-origin" } });
      }
    },
  );

  afterAll(() => expect(asked).toBe(caseCount));
});
