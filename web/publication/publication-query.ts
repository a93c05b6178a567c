import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { InferResponseType } from "hono/client";
import type { ReadingNode } from "../../domain/document/reading-node.ts";
import type {
  PublicChoice,
  PublicContent,
  PublicKind,
} from "../../domain/publication/public-content.ts";
import { api, readResponse } from "../api.ts";

const route = api.publications[":kind"][":subjectId"];

type Answered = InferResponseType<typeof route.preview.$post>;
export type PublicationPreview = Omit<Answered, "content"> & { content: PublicContent };

/** What may be published: its kind and id. */
export interface Subject {
  kind: PublicKind;
  subjectId: string;
}

export const publicationQuery = (subject: Subject) =>
  queryOptions({
    queryKey: ["publications", subject.kind, subject.subjectId, "state"],
    queryFn: () => readResponse(route.$get({ param: subject })),
  });

/** What would become public; never kept, for it is what is about to be published. */
export const previewQuery = (subject: Subject, choice: Choice) =>
  queryOptions({
    queryKey: ["publications", subject.kind, subject.subjectId, "preview", choice],
    queryFn: async () => {
      const answer = await readResponse(route.preview.$post({ param: subject, json: choice }));
      // The same type: on its way through JSON its absent fields became undefined ones.
      const words = answer.content.words as unknown as ReadingNode;
      return { ...answer, content: { ...answer.content, words }, choice };
    },
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

export interface Choice extends PublicChoice {
  parts: string[] | null;
  shown: string[];
}
