import * as encoding from "lib0/encoding";

type Id = readonly [client: number, clock: number];

/** Yjs updates of version 1 written by hand, also such as no Yjs would write. */
export type Write = (encoder: encoding.Encoder) => void;

export interface Block {
  client: number;
  clock: number;
  structs: Write[];
  /** When it lies about its number of structs. */
  claims?: number;
}

export function rawUpdate(blocks: Block[], deletions: [number, ...[number, number][]][] = []) {
  return bytes((to) => {
    encoding.writeVarUint(to, blocks.length);
    for (const { client, clock, structs, claims = structs.length } of blocks) {
      for (const number of [claims, client, clock]) encoding.writeVarUint(to, number);
      for (const write of structs) write(to);
    }
    encoding.writeVarUint(to, deletions.length);
    for (const [client, ...ranges] of deletions) {
      for (const number of [client, ranges.length]) encoding.writeVarUint(to, number);
      for (const number of ranges.flat()) encoding.writeVarUint(to, number);
    }
  });
}

export function bytes(...writes: Write[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const write of writes) write(encoder);
  return encoding.toUint8Array(encoder);
}

export function numbers(...values: number[]): Write {
  return (to) => {
    for (const value of values) encoding.writeVarUint(to, value);
  };
}

export function bytesOf(...values: number[]): Write {
  return (to) => {
    for (const value of values) encoding.writeUint8(to, value);
  };
}

export const blob = (value: Uint8Array): Write => {
  return (to) => encoding.writeVarUint8Array(to, value);
};
export const gone = (length: number): Write => numbers(0, length);

/** An item between neighbours, or at the start of a parent. */
export function item(
  kind: number,
  at: { origin?: Id; rightOrigin?: Id; parent?: Id | string; key?: string },
  content: Write,
): Write {
  return (to) => {
    const { origin, rightOrigin, parent, key } = at;
    const flags = (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0) | (key === undefined ? 0 : 0x20);
    encoding.writeUint8(to, flags | kind);
    for (const id of [origin, rightOrigin]) if (id) numbers(...id)(to);
    if (!origin && !rightOrigin) {
      if (typeof parent === "string") {
        encoding.writeVarUint(to, 1);
        encoding.writeVarString(to, parent);
      } else numbers(0, ...(parent ?? [0, 0]))(to);
      if (key !== undefined) encoding.writeVarString(to, key);
    }
    content(to);
  };
}

export const text = (value: string): Write => {
  return (to) => encoding.writeVarString(to, value);
};
export const any = (...values: unknown[]): Write => {
  return (to) => {
    encoding.writeVarUint(to, values.length);
    for (const value of values) encoding.writeAny(to, value as encoding.AnyEncodable);
  };
};
export const format = (key: string, json: string): Write => {
  return (to) => {
    encoding.writeVarString(to, key);
    encoding.writeVarString(to, json);
  };
};
export const element = (name: string): Write => {
  return (to) => {
    encoding.writeVarUint(to, 3);
    encoding.writeVarString(to, name);
  };
};
