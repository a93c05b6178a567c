import "./sheet.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { forumQuery } from "../forums/forum-query.ts";
import { useAttendanceMessages } from "../messages/use-attendance-messages.ts";
import { attendanceQuery } from "./attendance-query.ts";
import { Sheet } from "./Sheet.tsx";

const papers = { a4: "A4", f4: "F4 (21,5 × 33 cm)" } as const;
type Paper = keyof typeof papers;

/** The list on paper: blank before the forum, filled in after it. */
export default function SheetPage({ forumId }: { forumId: string }) {
  const { sheet: words, title, print: printTitle } = useAttendanceMessages();
  const forum = useQuery(forumQuery(forumId));
  const list = useQuery(attendanceQuery(forumId));
  const [paper, setPaper] = useState<Paper>("f4");
  const [chosen, setFilled] = useState<boolean | null>(null);
  const isFilled = chosen ?? (list.data?.moment === "correctable" || list.data?.moment === "over");
  const error = forum.error ?? list.error;
  return (
    <PageFrame title={title} back={`/forum/${forumId}/peserta`}>
      <h1 className="no-print">{printTitle}</h1>
      {forum.data && list.data ? (
        list.data.people.length === 0 ? (
          <EmptyState icon="people">{words.nobody}</EmptyState>
        ) : (
          <>
            <div className="section no-print">
              <div className="sheet-choices">
                <label className="field">
                  {words.paper}
                  <select value={paper} onChange={(event) => setPaper(event.target.value as Paper)}>
                    {Object.entries(papers).map(([value, name]) => (
                      <option key={value} value={value}>
                        {name}
                      </option>
                    ))}
                  </select>
                </label>
                <label className="field">
                  {words.content}
                  <select
                    value={isFilled ? "filled" : "blank"}
                    onChange={(event) => setFilled(event.target.value === "filled")}
                  >
                    <option value="blank">{words.blank}</option>
                    <option value="filled">{words.filled}</option>
                  </select>
                </label>
              </div>
              <p className="small soft">{words.hint}</p>
              <div>
                <Button weight="primary" size="large" icon="document" onClick={() => print()}>
                  {words.print}
                </Button>
              </div>
            </div>
            <Sheet forum={forum.data.forum} list={list.data} paper={paper} isFilled={isFilled} />
          </>
        )
      ) : error ? (
        <ErrorState error={error} onRetry={forum.error ? forum.refetch : list.refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}
