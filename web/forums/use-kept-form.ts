import { useState } from "react";
import { useMe } from "../session/SignedIn.tsx";

/**
 * What somebody types in a form, kept in this tab through a reload until it is cleared; where the
 * browser keeps nothing, until the page is closed.
 */
export function useKeptForm<T extends object>(name: string, initial: T) {
  const { person } = useMe();
  const key = `form ${person.id} ${name}`;
  const [typed, setTyped] = useState<T>(() => ({ ...initial, ...readKept(key) }));
  const keep = (value: T) => {
    setTyped(value);
    write(key, JSON.stringify(value));
  };
  return { typed, set: keep, clear: () => write(key, null) };
}

function readKept(key: string): object {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return typeof kept === "object" && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // Full or forbidden: the page itself still holds what was typed.
  }
}
