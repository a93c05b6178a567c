import { useEffect, useRef, useState } from "react";
import { maxFileBytes } from "../../domain/file-type.ts";
import { ApiError } from "../api.ts";
import { type AddedFile, type FileSubject, sendFile } from "./send-file.ts";
import { PhotoUnreadable, smallerPhoto } from "./smaller-photo.ts";

export type SendingState =
  | { step: "idle" }
  | { step: "preparing"; name: string }
  | { step: "sending"; name: string; part: number }
  | { step: "cancelled" }
  | { step: "added"; name: string }
  /** The file stays chosen, and goes once more where that may help. */
  | { step: "failed"; file: File; why: "tooLarge" | "unreadable" | ApiError; mayHelp: boolean };

/** One file at a time: made smaller, sent, and kept in hand until it has arrived. */
export function useFileSending(subject: FileSubject, onAdded: (file: AddedFile) => void) {
  const [state, setState] = useState<SendingState>({ step: "idle" });
  const running = useRef<AbortController | null>(null);
  /** What was sent in vain goes once more as the same file. */
  const ids = useRef(new WeakMap<File, string>());
  useEffect(() => () => running.current?.abort(), []);

  const send = async (file: File) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    // What an earlier file still reports is about a file that nobody waits for.
    const show = (next: SendingState) => signal.aborted || setState(next);
    const { name } = file;
    const id = ids.current.get(file) ?? crypto.randomUUID();
    ids.current.set(file, id);
    show({ step: "preparing", name });
    try {
      const body = await smallerPhoto(file);
      if (body.size > maxFileBytes) {
        show({ step: "failed", file, why: "tooLarge", mayHelp: false });
        return;
      }
      show({ step: "sending", name, part: 0 });
      const onProgress = (part: number) => show({ step: "sending", name, part });
      const added = await sendFile({ ...subject, id, body, name, onProgress, signal });
      ids.current.delete(file);
      show({ step: "added", name: added.name });
      onAdded(added);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof PhotoUnreadable) {
        show({ step: "failed", file, why: "unreadable", mayHelp: false });
      } else if (error instanceof ApiError) {
        const mayHelp = error.status === 0 || error.status === 429 || error.status >= 500;
        show({ step: "failed", file, why: error, mayHelp });
      } else throw error;
    }
  };
  const cancel = () => {
    running.current?.abort();
    setState({ step: "cancelled" });
  };
  return { state, send, cancel };
}
