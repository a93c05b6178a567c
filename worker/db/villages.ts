import { villages } from "./schema.ts";

/** A village as rooms and screens name it. */
export const villageBadge = { id: villages.id, name: villages.name, colour: villages.colour };
