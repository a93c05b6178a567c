import "./sheet.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { attendancePaper } from "../export/forum/forum-papers.ts";
import { forumQuery } from "../forums/forum-query.ts";
import { useAttendanceMessages } from "../messages/use-attendance-messages.ts";
import { letterheadQuery } from "../paper/letterhead-query.ts";
import { PaperPage } from "../paper/PaperPage.tsx";
import { usePaperSize } from "../paper/paper-size.ts";
import { attendanceQuery } from "./attendance-query.ts";
import { Sheet } from "./Sheet.tsx";

/** The list on paper: blank before the forum, filled in after it. */
export default function SheetPage({ forumId }: { forumId: string }) {
  const { sheet: words, title } = useAttendanceMessages();
  const forum = useQuery(forumQuery(forumId));
  const list = useQuery(attendanceQuery(forumId));
  const letterhead = useQuery(letterheadQuery(forumId));
  const [size, setSize] = usePaperSize();
  const [chosen, setFilled] = useState<boolean | null>(null);
  const isFilled = chosen ?? (list.data?.moment === "correctable" || list.data?.moment === "over");
  const failed = [forum, list, letterhead].find(({ error, data }) => error && !data);
  return (
    <PageFrame title={title} back={`/forum/${forumId}/peserta`} isQuiet>
      {forum.data && list.data && letterhead.data ? (
        list.data.people.length === 0 ? (
          <EmptyState icon="people">{words.nobody}</EmptyState>
        ) : (
          <PaperPage
            name={title}
            forumId={forumId}
            letterhead={letterhead.data}
            size={size}
            onSize={setSize}
            word={() =>
              attendancePaper(forum.data.forum, list.data, letterhead.data, Date.now(), isFilled)
            }
            fields={
              <>
                <SelectField
                  label={words.content}
                  value={isFilled ? "filled" : "blank"}
                  options={[
                    ["blank", words.blank],
                    ["filled", words.filled],
                  ]}
                  onChoose={(value) => setFilled(value === "filled")}
                />
                <p className="small soft">{words.hint}</p>
              </>
            }
          >
            <Sheet forum={forum.data.forum} list={list.data} isFilled={isFilled} />
          </PaperPage>
        )
      ) : failed ? (
        <ErrorState error={failed.error} onRetry={failed.refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}
