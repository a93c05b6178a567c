import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type ListRow, maxListRows } from "../../domain/people-list.ts";
import { api, isStatus, readResponse } from "../api.ts";
import { Button, LinkButton } from "../design/Button.tsx";
import { Card } from "../design/Card.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { ListPreview } from "./ListPreview.tsx";
import { PlaceChoice, type PlaceChosen } from "./PlaceChoice.tsx";
import { nearestForum, peopleQuery } from "./people-query.ts";
import { RefusalLine } from "./RefusalLine.tsx";
import { decodeList, readList } from "./read-list.ts";
import { useManageMessages } from "./use-manage-messages.ts";

/** From a spreadsheet's rows to people: pasted, looked through, added. */
export function PasteListPage() {
  const { paste } = useManageMessages();
  const people = useQuery(peopleQuery);
  return (
    <PageFrame title={paste.title} back="/kelola/orang">
      <h1>{paste.title}</h1>
      {people.data ? (
        <PasteList />
      ) : people.isError ? (
        <ErrorState error={people.error} onRetry={people.refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}

function PasteList() {
  const words = useManageMessages();
  const { paste } = words;
  const queryClient = useQueryClient();
  const forums = useQuery(peopleQuery).data?.forums ?? [];
  const [place, setPlace] = useState<PlaceChosen>({
    forumId: nearestForum(forums, Date.now())?.id ?? null,
    role: "participant",
  });
  const [text, setText] = useState("");
  const [rows, setRows] = useState<ListRow[]>([]);
  const [checkedRows, setCheckedRows] = useState<ListRow[]>([]);
  const [isUnreadable, setUnreadable] = useState(false);
  const order = { rows: checkedRows, place: placeOf(place) };
  const isTooLong = checkedRows.length > maxListRows;
  const preview = useQuery({
    queryKey: ["people-preview", order],
    queryFn: () => readResponse(api.people.preview.$post({ json: order })),
    enabled: checkedRows.length > 0 && !isTooLong,
    gcTime: 0,
  });
  const adding = useMutation({
    mutationFn: () => readResponse(api.people.import.$post({ json: order })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: peopleQuery.queryKey }),
    onError: (error) => (isStatus(error, 409) ? preview.refetch() : undefined),
  });
  const takeText = async (next: string) => {
    setText(next);
    const read = await readList(next);
    setRows(read);
    setCheckedRows(read);
  };
  const takeFile = async (file: File | undefined) => {
    if (file === undefined) return;
    const bytes = await file.arrayBuffer().catch(() => null);
    setUnreadable(bytes === null);
    if (bytes !== null) await takeText(decodeList(new Uint8Array(bytes)));
  };
  const leaveOut = (line: number) => {
    setRows(rows.filter((row) => row.line !== line));
    setCheckedRows(checkedRows.filter((row) => row.line !== line));
  };

  if (adding.isSuccess) {
    const { added, invited } = adding.data;
    const query = place.forumId === null ? "" : `?forum=${encodeURIComponent(place.forumId)}`;
    return (
      <Card weight="main">
        <h2 role="status">{paste.doneTitle(Math.max(added, invited))}</h2>
        <p>{paste.done}</p>
        <div className="row">
          <LinkButton href={`/kelola/orang/kartu${query}`} weight="primary" icon="document">
            {words.printCards}
          </LinkButton>
          <LinkButton href="/kelola/orang">{paste.toPeople}</LinkButton>
        </div>
      </Card>
    );
  }

  const states = preview.data?.rows ?? [];
  const count = (...wanted: string[]) =>
    states.filter(({ state }) => wanted.includes(state)).length;
  const wrong = count("error");
  const toAdd = count("new", "known");
  return (
    <div className="stack">
      <PlaceChoice forums={forums} value={place} onChange={setPlace} />
      <label className="field">
        {paste.list}
        <textarea
          rows={6}
          value={text}
          placeholder={paste.example}
          aria-describedby="paste-hint"
          spellCheck={false}
          onChange={(event) => void takeText(event.target.value)}
        />
      </label>
      <p id="paste-hint" className="soft">
        {paste.hint}
      </p>
      <label className="field">
        {paste.file}
        <input
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          onChange={(event) => void takeFile(event.target.files?.[0])}
        />
      </label>
      {isUnreadable && (
        <p role="alert" className="manage-error">
          {paste.unreadable}
        </p>
      )}
      {isTooLong && (
        <p role="alert" className="manage-error">
          {paste.tooLong(checkedRows.length, maxListRows)}
        </p>
      )}
      {preview.isError && <RefusalLine error={preview.error} />}
      {adding.isError && <RefusalLine error={adding.error} />}
      {preview.isFetching && <p role="status">{paste.checking}</p>}
      {preview.data && !isTooLong && checkedRows.length > 0 && (
        <section className="section" aria-label={paste.state}>
          <p role="status">
            <strong>{paste.counts(count("new"), count("known", "member"), wrong)}</strong>
          </p>
          {wrong > 0 && <p>{paste.fixFirst}</p>}
          <div className="row">
            {rows === checkedRows || wrong === 0 ? (
              <Button
                weight="primary"
                size="large"
                disabled={wrong > 0 || toAdd === 0}
                aria-busy={adding.isPending}
                onClick={() => adding.isPending || adding.mutate()}
              >
                {paste.add(toAdd)}
              </Button>
            ) : (
              <Button weight="primary" size="large" onClick={() => setCheckedRows(rows)}>
                {paste.checkAgain}
              </Button>
            )}
          </div>
          <ListPreview
            rows={rows}
            states={states}
            onChange={(changed) =>
              setRows(rows.map((row) => (row.line === changed.line ? changed : row)))
            }
            onLeaveOut={leaveOut}
          />
        </section>
      )}
    </div>
  );
}

function placeOf({ forumId, role }: PlaceChosen) {
  return forumId === null ? null : { forumId, role };
}
