/** Names and places alone: a message may carry the parameters of a statement, and so a person. */
export function logBug(error: unknown): void {
  for (let bug = error; bug instanceof Error; bug = bug.cause) {
    const frames = (bug.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
    // biome-ignore lint/suspicious/noConsole: the Worker's log is its console
    console.error([bug.name, ...frames].join("\n"));
  }
}
