import { useSyncExternalStore } from "react";
import { readSetting, writeSetting } from "../design/device-settings.ts";
import { en } from "./en.ts";
import { id, type Messages } from "./id.ts";

export type { Messages };
export const languages = ["id", "en"] as const;
export type Language = (typeof languages)[number];

const catalogues: Record<Language, Messages> = { id, en };
const listeners = new Set<() => void>();
let language: Language = readSetting("language", languages, "id");

/** The words of the person's language. */
export function useMessages(): Messages {
  return catalogues[useLanguage()[0]];
}

/** The words of one part of the product, which travel with its pages: `useX = catalogue({ id, en })`. */
export function catalogue<M>(words: Record<Language, M>): () => M {
  return () => words[useLanguage()[0]];
}

export function useLanguage(): [Language, (next: Language) => void] {
  return [useSyncExternalStore(subscribe, () => language), setLanguage];
}

/** For the start of the page, before anything is drawn. */
export function showLanguage(): void {
  document.documentElement.lang = language;
}

function setLanguage(next: Language): void {
  language = next;
  writeSetting("language", next);
  showLanguage();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
