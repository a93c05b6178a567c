import { z } from "zod";
import { evidenceNumbers } from "./evidence/evidence-lists.ts";
import { followUpStates } from "./follow-ups.ts";
import { documentKinds, forumStages, forumStatuses, themes } from "./statuses.ts";

/**
 * What other systems read with a key. Shapes here are added to and never changed: whoever reads them
 * cannot be asked to follow. No persons, nothing of what is not signed, no village of an unnamed case.
 */

/** What a key may be given for. */
export const keyScopes = ["forums", "register", "library", "evidence"] as const;
export type KeyScope = (typeof keyScopes)[number];

export const maxKeyDays = 366;
export const apiPageSize = 100;

const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextPage: z.int().nullable() });

const moment = z.iso.datetime();

export const apiForums = page(
  z.object({
    id: z.string(),
    title: z.string(),
    theme: z.enum(themes),
    stage: z.enum(forumStages),
    status: z.enum(forumStatuses),
    startsAt: moment,
    endsAt: moment,
    place: z.string(),
    villages: z.array(z.string()),
  }),
);

export const apiAgreements = page(
  z.object({ forumId: z.string(), documentId: z.string(), text: z.string() }),
);

export const apiFollowUps = page(
  z.object({
    id: z.string(),
    forumId: z.string(),
    documentId: z.string(),
    activity: z.string(),
    output: z.string(),
    /** Null where none was found, and in an unnamed case. */
    village: z.string().nullable(),
    dueDate: z.iso.date().nullable(),
    state: z.enum(followUpStates),
  }),
);

export const apiDocuments = page(
  z.object({
    id: z.string(),
    kind: z.enum(documentKinds),
    title: z.string(),
    theme: z.enum(themes),
    fiscalYear: z.int(),
    status: z.enum(["signed", "published"]),
    /** Null for a module, which belongs to no forum. */
    forumId: z.string().nullable(),
  }),
);

export const apiNumbers = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  numbers: z.array(
    z.object({
      number: z.enum(evidenceNumbers),
      /** Null where there are no rows to count. */
      value: z.number().nullable(),
      rowCount: z.int(),
    }),
  ),
});

export type ApiForums = z.infer<typeof apiForums>;
export type ApiAgreements = z.infer<typeof apiAgreements>;
export type ApiFollowUps = z.infer<typeof apiFollowUps>;
export type ApiDocuments = z.infer<typeof apiDocuments>;
export type ApiNumbers = z.infer<typeof apiNumbers>;
