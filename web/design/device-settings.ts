/** What a device remembers by itself; storage may be full or forbidden, and then nothing is kept. */
export function readSetting<T extends string>(
  name: string,
  allowed: readonly T[],
  otherwise: T,
): T {
  const stored = readStored(name);
  return allowed.find((value) => value === stored) ?? otherwise;
}

export function writeSetting(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // The choice still holds until the page is closed.
  }
}

function readStored(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
