/**
 * What a room's SQLite keeps under these names: numbers, but for the key, the JSON of `rowsBeside`,
 * `locks`, `holds` and `redactions`, and the step of `generation`.
 */
type MetaKey =
  | "storageVersion"
  | "schemaVersion"
  | "epoch"
  | "sealKey"
  | "lastIssuedId"
  | "repackFrom"
  | "rowsBeside"
  | "importing"
  | "locks"
  | "holds"
  | "redactions"
  | "generation";

export function getMeta<Value extends number | string | ArrayBuffer = number>(
  sql: SqlStorage,
  key: MetaKey,
): Value | null {
  const query = "SELECT value FROM meta WHERE key = ?";
  return sql.exec<{ value: Value }>(query, key).toArray()[0]?.value ?? null;
}

/** @returns how many rows were written */
export function putMeta(
  sql: SqlStorage,
  key: MetaKey,
  value: number | string | Uint8Array,
): number {
  return sql.exec("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", key, value).rowsWritten;
}

/** @returns how many rows were written */
export function deleteMeta(sql: SqlStorage, key: MetaKey): number {
  return sql.exec("DELETE FROM meta WHERE key = ?", key).rowsWritten;
}
