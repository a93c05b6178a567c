import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "wouter";
import { api, readResponse, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { DocumentStatusBadge } from "../documents/DocumentStatusBadge.tsx";
import type { ForumPageData } from "../forums/forum-query.ts";
import { useMessages } from "../messages/use-messages.ts";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";
import { SortableList } from "../order/SortableList.tsx";
import { useOrder } from "../order/use-order.ts";

type Document = ForumPageData["documents"][number];

/** How long a case is talked about, unless the agenda says otherwise. */
const caseMinutes = 60;

/** The forum's cases in the facilitators' order, and the way of each onto the agenda. */
export function CaseSorting({ data }: { data: ForumPageData }) {
  const { cases: words } = usePrepareMessages();
  const { documentKinds, themes } = useMessages();
  const queryClient = useQueryClient();
  const forumId = data.forum.id;
  const refresh = () => queryClient.invalidateQueries({ queryKey: ["forum", forumId] });
  const routes = api.forums[":forumId"];
  const order = useOrder({
    name: `cases ${forumId}`,
    current: data.documents.map(({ id }) => id),
    save: (documentIds, basedOn) =>
      requireOk(
        routes.cases.$put({
          param: { forumId },
          json: { documentIds: [...documentIds], basedOn: [...basedOn] },
        }),
      ),
    refresh,
  });
  const discussing = useMutation({
    mutationFn: ({ id, title }: Document) =>
      readResponse(
        routes.agenda.$post({
          param: { forumId },
          json: { title, kind: "case", durationMinutes: caseMinutes, documentIds: [id] },
        }),
      ),
    onSettled: refresh,
  });
  const documents = order.ids.flatMap((id) => data.documents.find((each) => each.id === id) ?? []);
  const itemOf = (id: string) => data.agenda.find(({ documentIds }) => documentIds.includes(id));
  return (
    <section className="section" aria-label={words.list}>
      <p className="soft">{words.sortHint}</p>
      {!documents.some(({ kind }) => kind === "case") && <p>{words.none}</p>}
      <SortableList
        label={words.list}
        items={documents}
        nameOf={({ title }) => title}
        onOrder={order.change}
      >
        {(document) => (
          <div className="village-lines">
            <Link href={`/dokumen/${document.id}`} aria-label={words.read(document.title)}>
              {document.title}
            </Link>
            <span className="row small soft">
              {documentKinds[document.kind]}
              {document.kind === "case" && ` · ${themes[document.theme]}`}
              <DocumentStatusBadge status={document.status} />
            </span>
            <AgendaPlace
              document={document}
              itemTitle={itemOf(document.id)?.title}
              isBusy={discussing.isPending}
              onDiscuss={() => discussing.mutate(document)}
            />
          </div>
        )}
      </SortableList>
      <FailureLine error={order.error ?? discussing.error} />
    </section>
  );
}

interface PlaceProps {
  document: Document;
  itemTitle: string | undefined;
  isBusy: boolean;
  onDiscuss: () => void;
}

function AgendaPlace({ document, itemTitle, isBusy, onDiscuss }: PlaceProps) {
  const { cases: words } = usePrepareMessages();
  if (document.kind !== "case" || document.status === "withdrawn") return null;
  if (itemTitle !== undefined) return <span className="small">{words.onAgenda(itemTitle)}</span>;
  return (
    <span className="row">
      <Button
        icon="plus"
        aria-label={words.discussNamed(document.title)}
        aria-busy={isBusy}
        onClick={() => isBusy || onDiscuss()}
      >
        {words.discuss}
      </Button>
    </span>
  );
}
