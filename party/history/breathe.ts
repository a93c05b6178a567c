/**
 * Lets everything else on this thread be heard. Only a timer does: an answer from another room may
 * come before the runtime looks at its sockets again. The clock stands still while code runs, so work
 * is cut by its amount and not by its time.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
