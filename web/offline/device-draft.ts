import { useEffect, useRef, useState } from "react";
import { openDevice } from "./device-database.ts";
import { keepAnswer, nameOf } from "./kept-answers.ts";
import { quietly } from "./quietly.ts";

/** What a person began, kept on the device until it is sent. */
export interface DeviceDraft<T> {
  /** Null until the device was asked. */
  typed: T | null;
  set: (value: T) => void;
  /** It was sent. */
  clear: () => void;
}

/**
 * What the signed-in person types in a form, kept on this device also when the browser is closed;
 * it goes when somebody else signs in here. Where the device keeps nothing, the page does.
 */
export function useDeviceDraft<T extends object>(
  personId: string,
  name: string,
  initial: () => T,
): DeviceDraft<T> {
  const [typed, setTyped] = useState<T | null>(null);
  /** Who types before the device has answered is not overwritten by what it kept. */
  const wasTyped = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it begins with is asked for once
  useEffect(() => {
    let isGone = false;
    wasTyped.current = false;
    void readDraft(personId, name).then((kept) => {
      if (!isGone && !wasTyped.current) setTyped({ ...initial(), ...kept });
    });
    return () => {
      isGone = true;
    };
  }, [personId, name]);
  return {
    typed,
    set: (value) => {
      wasTyped.current = true;
      setTyped(value);
      void keepAnswer(draftKey(name), value);
    },
    clear: () => void keepAnswer(draftKey(name), null),
  };
}

/** Under which a form of this name is kept. */
export function draftKey(name: string) {
  return ["draft", name] as const;
}

async function readDraft(personId: string, name: string): Promise<object | null> {
  let kept: unknown = null;
  await quietly(async () => {
    const found = await (await openDevice()).get("answers", [personId, nameOf(draftKey(name))]);
    kept = found?.body;
  });
  return typeof kept === "object" ? kept : null;
}
