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

/** Under which a reply that was begun waits for its owner in this tab. */
export function replyDraftKey(who: { documentId: string; personId: string }, threadId: string) {
  return `${repliesPrefix(who)}${threadId}`;
}

/** Everything that was begun in this tab as a reply in this document. */
export function repliesBegun(who: { documentId: string; personId: string }): Map<string, string> {
  const found = new Map<string, string>();
  try {
    for (const key of Object.keys(sessionStorage)) {
      const draft = key.startsWith(repliesPrefix(who)) ? readKept(key) : null;
      if (draft !== null) found.set(key, draft);
    }
  } catch {
    // Nothing is kept here.
  }
  return found;
}

/** For a document of which this device has nothing that tells what they must not say. */
export function dropDrafts(who: { documentId: string; personId: string }): void {
  writeKept(noteDraftKey(who.documentId, who.personId), null);
  for (const key of repliesBegun(who).keys()) writeKept(key, null);
}

function repliesPrefix({ documentId, personId }: { documentId: string; personId: string }) {
  return `reply/${personId}/${documentId}/`;
}

/** Under which a note that was begun waits for its owner in this tab. */
export function noteDraftKey(documentId: string, personId: string): string {
  return `note/${personId}/${documentId}`;
}
