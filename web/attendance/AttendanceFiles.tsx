import { useQueryClient } from "@tanstack/react-query";
import { FileList } from "../files/FileList.tsx";
import { FilePicker } from "../files/FilePicker.tsx";
import { useAttendanceMessages } from "../messages/use-attendance-messages.ts";
import { type AttendanceData, attendanceQuery } from "./attendance-query.ts";

/** The paper that people signed; not offered where there is no store for it. */
export function AttendanceFiles({ forumId, data }: { forumId: string; data: AttendanceData }) {
  const words = useAttendanceMessages();
  const client = useQueryClient();
  if (!data.keepsFiles || (data.files.length === 0 && !data.mayAttach)) return null;
  const refresh = () => void client.invalidateQueries(attendanceQuery(forumId));
  return (
    <section className="section attendance-files" aria-labelledby="attendance-files">
      <h2 id="attendance-files">{words.filesTitle}</h2>
      {data.files.length > 0 ? (
        <FileList files={data.files} onChange={refresh} />
      ) : (
        <p className="soft">
          {words.noFiles} {words.filesHow}
        </p>
      )}
      {data.mayAttach && (
        <FilePicker
          forumId={forumId}
          subjectKind="attendance"
          subjectId={forumId}
          onAdded={refresh}
        />
      )}
    </section>
  );
}
