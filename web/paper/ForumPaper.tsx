import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { type ForumPageData, forumQuery } from "../forums/forum-query.ts";
import { type LetterheadData, letterheadQuery } from "./letterhead-query.ts";

export interface ForumPaperProps {
  forum: ForumPageData;
  letterhead: LetterheadData;
}

interface Props {
  title: string;
  forumId: string;
  back: string;
  children: (props: ForumPaperProps) => ReactNode;
}

/** Around a paper of a forum: asks for what all of them bear. */
export function ForumPaper({ title, forumId, back, children }: Props) {
  const forum = useQuery(forumQuery(forumId));
  const letterhead = useQuery(letterheadQuery(forumId));
  const failed = [forum, letterhead].find(({ error, data }) => error && !data);
  return (
    <PageFrame title={title} back={back} isQuiet>
      {forum.data && letterhead.data ? (
        children({ forum: forum.data, letterhead: letterhead.data })
      ) : failed ? (
        <ErrorState error={failed.error} onRetry={failed.refetch} />
      ) : (
        <Skeleton rows={6} />
      )}
    </PageFrame>
  );
}
