import type { ValueId } from "./rewritten-update.ts";

/** What the room and the schema go by: nobody's words. */
const structural: ReadonlySet<string> = new Set(["id", "kind", "village", "agendaItem", "name"]);

/**
 * Which attribute each setting of one belongs to. A log names the key with the first setting alone;
 * the later ones follow it.
 */
export class AttributeKeys {
  readonly #keys = new Map<string, string | null>();

  /** Notes it. @returns the value as it is */
  note = (id: ValueId, value: unknown): unknown => {
    this.#keys.set(nameOf(id), this.#keyOf(id));
    return value;
  };

  /** Whether words of people may stand in it. */
  isFree(id: ValueId): boolean {
    return isFreeKey(this.#keyOf(id));
  }

  #keyOf(id: ValueId): string | null {
    return (
      id.key ??
      this.#keys.get(nameOf(id)) ??
      (id.origin && this.#keys.get(nameOf(id.origin))) ??
      null
    );
  }
}

/** @param key null where it is not known */
export function isFreeKey(key: string | null): boolean {
  return key === null || !structural.has(key);
}

function nameOf({ client, clock }: { client: number; clock: number }): string {
  return `${client}:${clock}`;
}
