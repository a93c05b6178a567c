import { quietly } from "./quietly.ts";

let isAsked = false;

/** Asks the browser, once, not to clear this device's copies when its storage runs low. */
export function askToKeepStorage(): void {
  if (isAsked) return;
  isAsked = true;
  void quietly(async () => {
    if (!(await navigator.storage?.persisted())) await navigator.storage?.persist();
  });
}
