import type { Edit, EditKind } from "./document-edits.ts";
import { seededRandom } from "./seeded-random.ts";

/**
 * What happens in a run, as data that can be made again. `tab` is a tab's number: `drop` cuts its
 * link, `back` brings it back, or for the first time, `reload` opens it anew with nothing but what
 * its device keeps. `gather` brings
 * everybody back and waits until all show the same; `sleep` waits for everything to be saved
 * first, as the platform does not let a room sleep before. `forum` changes the agenda, who is
 * invited and who came.
 */
export type Step =
  | { kind: "edit"; tab: number; edit: Edit }
  | { kind: "drop" | "back" | "reload"; tab: number }
  | { kind: "forum"; change: number }
  | { kind: "gather" | "sleep" | "restart" | "crash" | "checkpoint" };

const editKinds: readonly (readonly [EditKind, weight: number])[] = [
  ["insert", 12],
  ["delete", 4],
  ["split", 3],
  ["join", 3],
  ["bold", 3],
  ["deleteBlock", 1],
  ["addHeading", 1],
  ["changeLevel", 2],
  ["addList", 1],
  ["addItem", 2],
  ["deleteItem", 2],
  ["addTable", 1],
  ["addRow", 2],
  ["deleteRow", 2],
  ["addFollowUp", 1],
  ["addAgreement", 1],
  ["deletePromise", 1],
];

const stepKinds: readonly (readonly [Exclude<Step["kind"], "forum">, weight: number])[] = [
  ["edit", 100],
  ["drop", 7],
  ["back", 10],
  ["reload", 3],
  ["gather", 10],
  ["crash", 8],
  ["checkpoint", 1],
];

/** Every letter of a run is another one: from the CJK block, one UTF-16 unit each. */
const firstLetter = 0x4e00;

/**
 * Beside `count` steps of people the forum changes now and then. Each run has one `sleep` and one `restart`, which take half a second each.
 * @param tabs how many tabs there are
 */
export function randomSteps(seed: number, tabs: number, count: number): Step[] {
  const random = seededRandom(seed);
  let nextLetter = firstLetter;
  const letters = (length: number) =>
    Array.from({ length }, () => String.fromCharCode(nextLetter++)).join("");
  const steps = Array.from({ length: count }, (_, place): Step => {
    if (place === Math.floor(count / 3)) return { kind: "sleep" };
    if (place === Math.floor((2 * count) / 3)) return { kind: "restart" };
    const kind = pick(stepKinds, random());
    const tab = Math.floor(random() * tabs);
    switch (kind) {
      case "edit": {
        const edit = {
          kind: pick(editKinds, random()),
          block: random(),
          at: random(),
          letters: letters(1 + Math.floor(random() * 5)),
        };
        return { kind, tab, edit };
      }
      case "drop":
      case "back":
      case "reload":
        return { kind, tab };
      default:
        return { kind };
    }
  });
  return steps.flatMap((step, place): Step[] =>
    place % 20 === 11 ? [step, { kind: "forum", change: place + seed }] : [step],
  );
}

function pick<T>(choices: readonly (readonly [T, number])[], random: number): T {
  let left = random * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  throw new Error("nothing to choose from");
}
