import * as Y from "yjs";

/**
 * The words that these updates would have added, a line for each place; formatting left out.
 * @param known how far each client is known already: words before that clock are left out
 */
export function unsentWords(
  updates: readonly Uint8Array[],
  known: ReadonlyMap<number, number> = new Map(),
): string {
  const lines: { text: string; end: number }[] = [];
  for (const update of updates) {
    for (const struct of Y.decodeUpdate(update).structs) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
      const { client, clock } = struct.id;
      const skipped = Math.max(0, (known.get(client) ?? 0) - clock);
      const text = struct.content.str.slice(skipped);
      if (text === "") continue;
      const last = lines.at(-1);
      const continues = struct.origin?.client === client && struct.origin.clock + 1 === last?.end;
      if (last && continues) {
        last.text += text;
        last.end = clock + struct.length;
      } else {
        lines.push({ text, end: clock + struct.length });
      }
    }
  }
  return lines.map(({ text }) => text).join("\n");
}
