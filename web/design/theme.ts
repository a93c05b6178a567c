import { useSyncExternalStore } from "react";
import { readSetting, writeSetting } from "./device-settings.ts";

export const themeChoices = ["system", "light", "dark", "projector"] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();
let choice: ThemeChoice = readSetting("theme", themeChoices, "system");

export function useTheme(): [ThemeChoice, (next: ThemeChoice) => void] {
  return [useSyncExternalStore(subscribe, () => choice), setTheme];
}

/** For the start of the page, before anything is drawn; follows the device from then on. */
export function showTheme(): void {
  paint();
  systemIsDark.addEventListener("change", paint);
}

function setTheme(next: ThemeChoice): void {
  choice = next;
  writeSetting("theme", next);
  paint();
  for (const listener of listeners) listener();
}

function paint(): void {
  const shown = choice === "system" ? (systemIsDark.matches ? "dark" : "light") : choice;
  document.documentElement.dataset.theme = shown;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
