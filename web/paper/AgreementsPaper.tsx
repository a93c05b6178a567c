import { useQuery } from "@tanstack/react-query";
import { dayInWords } from "../../domain/paper/day-in-words.ts";
import { formatTimeRange } from "../../domain/time.ts";
import { ErrorState } from "../design/ErrorState.tsx";
import { Notice } from "../design/Notice.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { TextField } from "../design/TextField.tsx";
import { printId } from "../messages/print-id.ts";
import { usePaperMessages } from "../messages/use-paper-messages.ts";
import { useDeviceDraft } from "../offline/device-draft.ts";
import { type RegisterData, registerQuery } from "../register/register-query.ts";
import { useMe } from "../session/SignedIn.tsx";
import type { ForumPaperProps } from "./ForumPaper.tsx";
import { camatOf, representativeOf } from "./forum-signatories.ts";
import { PaperDetails } from "./PaperDetails.tsx";
import { PaperPage } from "./PaperPage.tsx";
import { usePaperSize } from "./paper-size.ts";
import { SignatoryFields } from "./SignatoryFields.tsx";
import { SignatureBlock } from "./SignatureBlock.tsx";
import { agreementsWords } from "./word/agreements-words.ts";

const { agreements: paper } = printId;

/** What the villages of a forum agreed on, to be signed by each of them: Berita Acara Kesepakatan. */
export function AgreementsPaper(props: ForumPaperProps) {
  const query = useQuery(registerQuery(props.forum.forum.id));
  if (query.data) return <Sheet {...props} agreements={query.data.agreements} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={query.refetch} />;
  return <Skeleton rows={6} />;
}

interface Props extends ForumPaperProps {
  agreements: RegisterData["agreements"];
}

function Sheet({ forum: data, letterhead, agreements }: Props) {
  const words = usePaperMessages();
  const [size, setSize] = usePaperSize();
  const { forum, villages } = data;
  const draft = useDeviceDraft(useMe().person.id, `agreements ${forum.id}`, () => ({
    ...camatOf(data),
    number: "",
  }));
  const { typed } = draft;
  if (typed === null) return <Skeleton rows={6} />;
  const texts = agreements.map(({ text }) => text);
  return (
    <PaperPage
      name={words.agreements.name}
      forumId={forum.id}
      {...{ letterhead, size }}
      onSize={setSize}
      word={() => agreementsWords(data, texts, typed)}
      fields={
        <>
          {agreements.length === 0 && (
            <Notice icon="warning" tone="wait">
              {words.agreements.none}
            </Notice>
          )}
          <PaperDetails>
            <TextField
              label={words.number}
              hint={words.numberHint}
              value={typed.number}
              maxLength={100}
              onText={(number) => draft.set({ ...typed, number })}
            />
            <SignatoryFields
              value={typed}
              onChange={(signatory) => draft.set({ ...typed, ...signatory })}
            />
          </PaperDetails>
        </>
      }
    >
      <h2 className="paper-title">{paper.title}</h2>
      <p className="paper-number">
        {paper.number} {typed.number || <span className="blank-line" />}
      </p>
      <div className="paper-words">
        <p>
          {paper.opening(
            dayInWords(forum.startsAt),
            formatTimeRange(forum.startsAt, forum.endsAt),
            forum.place,
            forum.title,
          )}
        </p>
        <p>{paper.agreed(villages.length)}</p>
        <ol>
          {agreements.length > 0
            ? agreements.map(({ nodeId, text, document }) => (
                <li key={`${document.id}/${nodeId}`} className="said">
                  {text}
                </li>
              ))
            : ["1", "2", "3"].map((line) => (
                <li key={line}>
                  <div className="blank-line" />
                </li>
              ))}
        </ol>
        <p>{paper.closing}</p>
      </div>
      <table className="paper-table signatures" data-step="normal">
        <colgroup>
          <col width="7%" />
          <col width="28%" />
          <col width="35%" />
          <col width="30%" />
        </colgroup>
        <thead>
          <tr>
            {paper.columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {villages.map((village, at) => {
            const person = representativeOf(village);
            return (
              <tr key={village.id} data-long={false}>
                <td>{at + 1}</td>
                <td>{village.name}</td>
                <td>{person && [person.name, person.position].filter(Boolean).join(", ")}</td>
                <td>{at + 1}.</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <SignatureBlock above={paper.known} {...typed} />
    </PaperPage>
  );
}
