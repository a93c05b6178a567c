/** What is not as it was seen: two who change different things do not stand in each other's way. */
export function changedFields<T extends object>(to: T, seen: T): Partial<T> {
  const names = Object.keys(to) as (keyof T)[];
  const changed: Partial<T> = {};
  for (const name of names) if (to[name] !== seen[name]) changed[name] = to[name];
  return changed;
}
