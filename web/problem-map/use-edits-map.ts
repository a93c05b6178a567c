import { can } from "../../domain/permissions.ts";
import { useMe } from "../session/SignedIn.tsx";

/** Whether the person collects problems for the map. */
export function useEditsMap(): boolean {
  const { person, roles } = useMe();
  const villageId = person.village?.id ?? null;
  return can({ personId: person.id, villageId, roles }, "problemMap.edit");
}
