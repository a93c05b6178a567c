import { useMutation } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { type Fingerprinted, fingerprintOf, partsOf } from "../../domain/fingerprint.ts";
import { api, readResponse } from "../api.ts";
import { FileFault, readSignedFile } from "./read-signed-file.ts";

/** What is checked: a saved document, or the digits alone. */
export type Question = { file: File } | { fingerprint: string };

export interface Answer {
  matches: boolean;
  fingerprint: string;
  /** Of a file: what it says of itself, and how much of it can no longer be read. */
  document: { title: string | null; parts: number; redacted: number } | null;
}

/** What is being done; `share`, 0 to 1, of the arithmetic is done. */
export type Step = { step: "reading" } | { step: "computing"; share: number } | { step: "asking" };

const drawEveryMs = 80;

interface Progress {
  onStep: (step: Step) => void;
  signal: AbortSignal;
}

/** One check at a time, from the file or the digits to the answer. */
export function useCheck() {
  const [step, setStep] = useState<Step>({ step: "reading" });
  const running = useRef<AbortController>(null);
  const check = useMutation({
    mutationFn: (question: Question) => {
      running.current?.abort();
      running.current = new AbortController();
      return answerOf(question, { onStep: setStep, signal: running.current.signal });
    },
  });
  const { reset } = check;
  const begin = useCallback(() => {
    running.current?.abort();
    reset();
  }, [reset]);
  return { ...check, step, begin };
}

async function answerOf(question: Question, progress: Progress): Promise<Answer> {
  if (!("file" in question)) {
    const { fingerprint } = question;
    return { fingerprint, document: null, matches: await isKnown(fingerprint, progress) };
  }
  progress.onStep({ step: "reading" });
  const document = await readSignedFile(question.file);
  const fingerprint = await rootOf(document, progress);
  const matches = await isKnown(fingerprint, progress);
  return { fingerprint, matches, document: summaryOf(document) };
}

async function rootOf(document: Fingerprinted, { onStep, signal }: Progress): Promise<string> {
  let drawnAt = performance.now();
  try {
    const { root } = await fingerprintOf(document, async (share) => {
      signal.throwIfAborted();
      if (performance.now() - drawnAt < drawEveryMs) return;
      onStep({ step: "computing", share });
      // The browser answers finished hashes before it draws or listens: it has to be given a turn.
      await new Promise((resolve) => setTimeout(resolve));
      drawnAt = performance.now();
    });
    return root;
  } catch (cause) {
    // A letter or depth that no document has: RangeError is the end of the stack.
    const isBroken = cause instanceof TypeError || cause instanceof RangeError;
    throw isBroken ? new FileFault("notOurs", { cause }) : cause;
  }
}

async function isKnown(fingerprint: string, { onStep, signal }: Progress): Promise<boolean> {
  signal.throwIfAborted();
  onStep({ step: "asking" });
  const route = api.fingerprints[":fingerprint"];
  const asked = route.$get({ param: { fingerprint } }, { init: { signal } });
  return (await readResponse(asked)).matches;
}

function summaryOf(document: Fingerprinted): NonNullable<Answer["document"]> {
  const { head } = document;
  const parts = partsOf(document);
  const redacted = parts.filter((part) => "leaf" in part).length;
  return {
    title: "node" in head ? (head.node.title ?? null) : null,
    parts: parts.length,
    redacted,
  };
}
