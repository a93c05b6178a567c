import { useSyncExternalStore } from "react";
import { readSetting, writeSetting } from "../design/device-settings.ts";
import { id, type Messages } from "./id.ts";

export type { Messages };
export const languages = ["id", "en"] as const;
export type Language = (typeof languages)[number];

/** English is fetched when somebody reads it. */
let english: Messages | null = null;
const listeners = new Set<() => void>();
let language: Language = readSetting("language", languages, "id");

/** The words of the person's language. */
export function useMessages(): Messages {
  return (useLanguage()[0] === "en" && english) || id;
}

/** The words of one part of the product, which travel with its pages: `useX = catalogue({ id, en })`. */
export function catalogue<M>(words: Record<Language, M>): () => M {
  return () => words[useLanguage()[0]];
}

export function useLanguage(): [Language, (next: Language) => void] {
  return [useSyncExternalStore(subscribe, () => language), setLanguage];
}

/** For the start of the page, before anything is drawn. Where English cannot be had, Indonesian is. */
export async function showLanguage(): Promise<void> {
  if (language === "en" && !(await hasEnglish())) language = "id";
  document.documentElement.lang = language;
}

function setLanguage(next: Language): void {
  void changeLanguage(next);
}

async function changeLanguage(next: Language): Promise<void> {
  if (next === "en" && !(await hasEnglish())) return;
  language = next;
  writeSetting("language", next);
  document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

async function hasEnglish(): Promise<boolean> {
  try {
    english ??= (await import("./en.ts")).en;
    return true;
  } catch {
    // Without a network it does not come.
    return false;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
