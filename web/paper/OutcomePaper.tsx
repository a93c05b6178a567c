import { useQuery } from "@tanstack/react-query";
import { formatDay } from "../../domain/time.ts";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { id as messages } from "../messages/id.ts";
import { printId } from "../messages/print-id.ts";
import { useOutcomesMessages } from "../messages/use-outcomes-messages.ts";
import { NotFoundPage } from "../NotFoundPage.tsx";
import { type OutcomeData, outcomeQuery } from "../outcomes/outcomes-query.ts";
import { type LetterheadData, letterheadQuery } from "./letterhead-query.ts";
import { PaperPage } from "./PaperPage.tsx";
import { Facts } from "./PaperParts.tsx";
import { usePaperSize } from "./paper-size.ts";
import { outcomeWords } from "./word/outcome-words.ts";

const { outcome: paper } = printId;

/** What was learnt from a case and what came of it: Lembar Hasil Belajar. */
export function OutcomePaper({ documentId }: { documentId: string }) {
  const { title } = useOutcomesMessages();
  const query = useQuery(outcomeQuery(documentId));
  const { data } = query;
  const letterhead = useQuery({
    ...letterheadQuery(data?.forum.id ?? ""),
    enabled: data !== undefined,
  });
  const failed = [query, letterhead].find((each) => each.error && !each.data);
  if (data?.outcome === null) return <NotFoundPage />;
  return (
    <PageFrame title={title} back={`/program/hasil/${documentId}`} isQuiet>
      {data && letterhead.data ? (
        <Sheet name={title} data={data} letterhead={letterhead.data} />
      ) : failed ? (
        <ErrorState error={failed.error} onRetry={failed.refetch} />
      ) : (
        <Skeleton rows={6} />
      )}
    </PageFrame>
  );
}

interface Props {
  name: string;
  data: OutcomeData;
  letterhead: LetterheadData;
}

function Sheet({ name, data, letterhead }: Props) {
  const [size, setSize] = usePaperSize();
  const { document, forum, outcome, applying, applyingCount } = data;
  if (outcome === null) return null;
  // Paper is passed on: it names no village of an unnamed case, not even to its own facilitators.
  const named = document.isUnnamed ? [] : applying;
  return (
    <PaperPage
      name={name}
      forumId={forum.id}
      {...{ letterhead, size }}
      onSize={setSize}
      word={() => outcomeWords(data, outcome)}
      foot={[printId.caseFoot]}
    >
      <h2 className="paper-title">{paper.title}</h2>
      <Facts
        facts={[
          { name: paper.case, value: document.title },
          { name: paper.theme, value: messages.themes[document.theme] },
          { name: paper.forum, value: forum.title },
          { name: paper.written, value: formatDay(outcome.changedAt) },
        ]}
      />
      <Told title={paper.learnt} text={outcome.learnt} />
      <Told title={paper.agreement} text={outcome.agreement?.text ?? ""} />
      <Told title={paper.decision} text={outcome.decision} />
      <h2>{paper.applying}</h2>
      {named.length > 0 ? (
        <table className="paper-table" data-step="normal">
          <colgroup>
            <col width="7%" />
            <col width="33%" />
            <col width="60%" />
          </colgroup>
          <thead>
            <tr>
              {paper.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {named.map(({ village, result }, at) => (
              <tr key={village.id} data-long={(result?.length ?? 0) > 700}>
                <td>{at + 1}</td>
                <td>{village.name}</td>
                <td className="said">{result}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>{paper.count(applyingCount)}</p>
      )}
      <Told title={paper.result} text={outcome.result ?? ""} />
    </PaperPage>
  );
}

function Told({ title, text }: { title: string; text: string }) {
  return (
    <>
      <h2>{title}</h2>
      {text === "" ? <div className="blank-line" /> : <p className="said">{text}</p>}
    </>
  );
}
