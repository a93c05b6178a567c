export interface Goal {
  name: string;
  value: number | null;
  /** The bound that `value` is held against, in the same unit. */
  goal: number;
  met: boolean;
}

export function atMost(name: string, value: number | null, goal: number): Goal {
  return {
    name,
    value: rounded(value),
    goal: rounded(goal) ?? goal,
    met: value !== null && value <= goal,
  };
}

export function atLeast(name: string, value: number | null, goal: number): Goal {
  return { name, value: rounded(value), goal, met: value !== null && value >= goal };
}

/** One line for a person; progress goes to the error output, so that the last line stays the JSON. */
export function say(line: string): void {
  console.error(line);
}

/** Prints each goal for people, and everything as JSON in the last line. */
export function finish(bench: string, goals: Goal[], details: Record<string, unknown>): void {
  for (const { name, value, goal, met } of goals) {
    console.log(`${met ? "✓" : "✗"} ${name}: ${value ?? "-"} (goal ${goal})`);
  }
  console.log(JSON.stringify({ bench, goals, ...details }));
}

export function rounded(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(4));
}
