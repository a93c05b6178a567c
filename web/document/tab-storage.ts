/** What this tab keeps through a reload; nothing where the browser does not let it. */
export function readKept(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

export function writeKept(key: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // The words stay on the page, and a reload loses them.
  }
}

/** Under which a note that was begun waits for its owner in this tab. */
export function noteDraftKey(documentId: string, personId: string): string {
  return `note/${personId}/${documentId}`;
}
