import type { RouteName } from "../route-access.ts";
import type { Expected } from "./askers.ts";
import { documentIs } from "./situations.ts";

export const minutesRows = {
  "PUT /api/documents/:documentId/locks/:containerId": [
    {
      path: "/api/documents/case-open/locks/all",
      before: documentIs("open"),
      who: "F C",
      answer: 204,
      seen: "P W N O",
    },
    {
      when: "a part that is not there",
      path: "/api/documents/case-open/locks/n999",
      before: documentIs("open"),
      who: "",
      seen: "P W N O",
    },
  ],
  "DELETE /api/documents/:documentId/locks/:containerId": [
    {
      path: "/api/documents/case-open/locks/all",
      before: documentIs("open"),
      who: "F C",
      answer: 204,
      seen: "P W N O",
    },
  ],
} satisfies Partial<Record<RouteName, Expected[]>>;
