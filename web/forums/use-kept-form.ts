import { useState } from "react";
import { useDeviceDraft } from "../offline/device-draft.ts";
import { useMe } from "../session/SignedIn.tsx";

/**
 * What somebody types in a form, kept on the device until it is sent and cleared; what it begins with
 * stands there until the device was asked.
 */
export function useKeptForm<T extends object>(name: string, initial: T) {
  const { person } = useMe();
  const [begun] = useState(initial);
  const { typed, set, clear } = useDeviceDraft<T>(person.id, `form ${name}`, () => begun);
  return { typed: typed ?? begun, set, clear };
}
