import { expect, it, test } from "vitest";
import { applyAct, type SessionAct } from "./acts.ts";
import { emptySession, type SessionState } from "./session-state.ts";

const village = (letter: string) => ({ id: `village-${letter}`, name: letter, colour: 0 });

/** "a1 asks", "a1 speaks", "a1 is done", "item", "b1 to 0": a letter is the village. */
function actOf(step: string): SessionAct {
  const [who = "", what = "", position] = step.split(" ");
  if (who === "item") {
    return { kind: "chooseItem", item: { id: what, title: what, durationMinutes: 10 } };
  }
  switch (what) {
    case "asks":
      return {
        kind: "askForTurn",
        id: who,
        personId: who,
        name: who,
        village: village(who.slice(0, 1)),
      };
    case "speaks":
      return { kind: "giveFloor", turnId: who };
    case "done":
      return { kind: "endTurn", turnId: who };
    case "leaves":
      return { kind: "removeTurn", turnId: who, of: who };
    default:
      return { kind: "moveTurn", turnId: who, position: Number(position) };
  }
}

function after(steps: readonly string[]): SessionState {
  let [state, now] = [emptySession, 0];
  for (const step of steps) {
    const next = applyAct(state, actOf(step), ++now);
    if ("refusal" in next) throw new Error(`${step}: ${next.refusal}`);
    state = next;
  }
  return state;
}

it.each([
  ["who asked first comes first", ["a1 asks", "b1 asks"], "a1 b1"],
  ["asking twice changes nothing", ["a1 asks", "b1 asks", "a1 asks"], "a1 b1"],
  [
    "a village that spoke at this item comes after those that did not",
    ["a1 asks", "a1 speaks", "a1 done", "a2 asks", "b1 asks"],
    "b1 a2",
  ],
  [
    "also whoever waited before their village spoke",
    ["a1 asks", "a2 asks", "b1 asks", "a1 speaks", "a1 done"],
    "b1 a2",
  ],
  [
    "at a new item a village that spoke earlier comes after one that never spoke",
    ["a1 asks", "a1 speaks", "a1 done", "item second", "a2 asks", "b1 asks"],
    "b1 a2",
  ],
  [
    "at a new item the one that spoke at it comes last",
    [
      ...["a1 asks", "a1 speaks", "a1 done", "b1 asks", "b1 speaks", "b1 done"],
      ...["item second", "a1 asks", "a1 speaks", "a1 done", "a2 asks", "b2 asks"],
    ],
    "b2 a2",
  ],
  ["whom the leader moved stands where they were put", ["a1 asks", "b1 asks", "b1 to 0"], "b1 a1"],
  ["and stays there when others ask", ["a1 asks", "b1 asks", "b1 to 0", "c1 asks"], "b1 a1 c1"],
  ["a place beyond the end is the end", ["a1 asks", "b1 asks", "a1 to 99"], "b1 a1"],
  ["who takes it back is gone", ["a1 asks", "b1 asks", "a1 leaves"], "b1"],
  ["who speaks does not wait", ["a1 asks", "b1 asks", "a1 speaks", "a1 asks"], "b1"],
] as const)("[FS4] %s", (_, steps, order) => {
  expect(
    after(steps)
      .waiting.map(({ id }) => id)
      .join(" "),
  ).toBe(order);
});

test("[FS4] giving the floor to the next ends the turn of whoever had it", () => {
  const state = after(["a1 asks", "b1 asks", "a1 speaks", "b1 speaks"]);
  expect(state.speaking?.id).toBe("b1");
  expect(state.spoken).toEqual(["village-a"]);
});

test("[FS4] nobody takes another's turn back, and a turn that is gone gets no floor", () => {
  const state = after(["a1 asks"]);
  expect(applyAct(state, { kind: "removeTurn", turnId: "a1", of: "b1" }, 1)).toEqual({
    refusal: "notYours",
  });
  expect(applyAct(state, { kind: "giveFloor", turnId: "b1" }, 1)).toEqual({ refusal: "movedOn" });
});
