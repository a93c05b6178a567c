import { encodeAny, toBase64 } from "lib0/buffer";
import { digest } from "lib0/hash/sha256";

const name = "annotation";
/** Bytes that y-tiptap folds a hash into. */
const foldedBytes = 6;
const keys = new Map<string, string>();
const keysKept = 5000;

/**
 * The key under which y-tiptap writes the mark of this thread into a text. Marks of one name may
 * overlap there only with a hash of the mark in their keys; under another key the binding would show
 * the mark too, and write it anew with the first edit nearby. Source: `marksToAttributes` and
 * `hashOfJSON` in @tiptap/y-tiptap 3.
 */
export function annotationKey(threadId: string): string {
  const known = keys.get(threadId);
  if (known !== undefined) return known;
  const hash = digest(encodeAny({ type: name, attrs: { thread: threadId } }));
  const folded = hash.slice(0, foldedBytes);
  for (let at = foldedBytes; at < hash.length; at++) {
    const place = at % foldedBytes;
    folded[place] = (folded[place] ?? 0) ^ (hash[at] ?? 0);
  }
  const key = `${name}--${toBase64(folded)}`;
  if (keys.size >= keysKept) keys.clear();
  keys.set(threadId, key);
  return key;
}

/** Whether a formatting means a mark of notes, whoever wrote it and however. */
export function isAnnotationKey(key: string): boolean {
  return key === name || key.startsWith(`${name}--`);
}

/** The thread that a formatting stands for; null where it is not as the room would write it. */
export function threadOf(key: string, value: unknown): string | null {
  if (typeof value !== "object" || value === null || !("thread" in value)) return null;
  const { thread } = value;
  return typeof thread === "string" && annotationKey(thread) === key ? thread : null;
}
