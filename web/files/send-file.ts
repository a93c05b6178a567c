import type { EvidenceSubject } from "../../domain/evidence/evidence-lists.ts";
import type { RefusalBody } from "../../domain/refusals.ts";
import { ApiError } from "../api.ts";

/** What a file is put beside: something of a forum, or the evidence, which lies in none. */
export type FileSubject =
  | { forumId: string; subjectKind: "attendance" | "followUp" | "module"; subjectId: string }
  | { forumId?: undefined; subjectKind: EvidenceSubject; subjectId: string };

export interface AddedFile {
  id: string;
  name: string;
  contentType: string;
  sizeBytes: number;
}

type Sending = FileSubject & {
  /** The same for each attempt, so that it is there once. */
  id: string;
  body: Blob;
  name: string;
  /** From 0 to 1: how much of it is on its way. */
  onProgress: (part: number) => void;
  signal: AbortSignal;
};

/** By XMLHttpRequest: `fetch` does not say how much was sent. @throws ApiError, AbortError */
export function sendFile(sending: Sending): Promise<AddedFile> {
  const { forumId, subjectKind, subjectId, id, body, name, onProgress, signal } = sending;
  const query = new URLSearchParams({ subjectKind, subjectId, id });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const under =
      forumId === undefined
        ? "/api/evidence/files"
        : `/api/forums/${encodeURIComponent(forumId)}/attachments`;
    request.open("POST", `${under}?${query}`);
    request.setRequestHeader("content-type", body.type);
    request.setRequestHeader("x-file-name", encodeURIComponent(name.toWellFormed()));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ApiError("unreachable", 0));
    request.onabort = () => reject(new DOMException("cancelled", "AbortError"));
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status === 201) resolve(answer as AddedFile);
      else reject(refused(request.status, answer));
    };
    signal.addEventListener("abort", () => request.abort(), { once: true });
    if (signal.aborted) reject(new DOMException("cancelled", "AbortError"));
    else request.send(body);
  });
}

function refused(status: number, answer: unknown): ApiError {
  // Without an error in it, it is not our Worker's: something in between answered.
  const error = (answer as { error?: RefusalBody } | null)?.error;
  return new ApiError(error?.code ?? "internal", status, error?.message ?? null);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
