/** Longer messages are folded by WhatsApp, and nobody unfolds them. */
export const maxMessageLetters = 1000;

/**
 * As many entries as fit into what is left of a message, in their order, and how many more there are.
 * The first always goes in.
 * @param used letters that the rest of the message takes
 */
export function fittingLines(
  entries: readonly string[],
  used: number,
  more: (count: number) => string,
): string[] {
  const room = maxMessageLetters - used - more(entries.length).length;
  let letters = 0;
  const fitting = entries.findIndex((entry, at) => {
    letters += entry.length + 1;
    return at > 0 && letters > room;
  });
  if (fitting < 0) return [...entries];
  return [...entries.slice(0, fitting), more(entries.length - fitting)];
}
