import type { Transaction } from "@tiptap/pm/state";
import type { Regulation } from "../../regulations/regulations-query.ts";

/** What the editor is told of the register, once somebody needs it. */
export interface KnownRegister {
  regulations: readonly Regulation[];
  /** What stands behind a citation; null where it is in force, or unknown. */
  standingOf: (regulationId: string) => string | null;
}

export const registerMeta = "knownRegister";

export function tellRegister(transaction: Transaction, register: KnownRegister): Transaction {
  return transaction.setMeta(registerMeta, register);
}
