import "./AgendaEditor.css";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { startsOf } from "../../domain/agenda-order.ts";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { EmptyState } from "../design/EmptyState.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { AgendaItemWords } from "../forums/AgendaItemWords.tsx";
import type { ForumPageData } from "../forums/forum-query.ts";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";
import { SortableList } from "../order/SortableList.tsx";
import { useOrder } from "../order/use-order.ts";
import { AgendaItemForm } from "./AgendaItemForm.tsx";
import { AgendaTotal } from "./AgendaTotal.tsx";

/** The agenda for who builds it: each item is moved, changed, linked and removed where it stands. */
export default function AgendaEditor({ data }: { data: ForumPageData }) {
  const { agenda: words } = usePrepareMessages();
  const queryClient = useQueryClient();
  const [edited, setEdited] = useState<string | null>(null);
  const forumId = data.forum.id;
  const refresh = () => queryClient.invalidateQueries({ queryKey: ["forum", forumId] });
  const order = useOrder({
    name: `agenda ${forumId}`,
    current: data.agenda.map(({ id }) => id),
    save: (itemIds, basedOn) =>
      requireOk(
        api.forums[":forumId"].agenda.$put({
          param: { forumId },
          json: { itemIds: [...itemIds], basedOn: [...basedOn] },
        }),
      ),
    refresh,
  });
  const items = order.ids.flatMap((id) => data.agenda.find((item) => item.id === id) ?? []);
  const starts = startsOf(items, data.forum.startsAt);
  const close = async () => {
    await refresh();
    setEdited(null);
  };
  return (
    <section className="section" aria-label={words.list}>
      {items.length === 0 ? (
        <EmptyState icon="clock">{words.empty}</EmptyState>
      ) : (
        <AgendaTotal items={items} forum={data.forum} />
      )}
      <SortableList
        label={words.list}
        items={items}
        nameOf={({ title }) => title}
        onOrder={order.change}
      >
        {(item, place) =>
          edited === item.id ? (
            <AgendaItemForm data={data} item={item} onDone={close} />
          ) : (
            <div className="agenda-words">
              <AgendaItemWords
                item={item}
                startsAt={starts[place] ?? data.forum.startsAt}
                documents={[...data.documents, ...(data.modules ?? [])]}
              />
              <span>
                <Button
                  weight="quiet"
                  icon="pencil"
                  aria-label={words.editNamed(item.title)}
                  onClick={() => setEdited(item.id)}
                >
                  {words.edit}
                </Button>
              </span>
            </div>
          )
        }
      </SortableList>
      <FailureLine error={order.error} />
      {edited === "new" ? (
        <AgendaItemForm data={data} item={null} onDone={close} />
      ) : (
        <p>
          <Button icon="plus" onClick={() => setEdited("new")}>
            {words.add}
          </Button>
        </p>
      )}
    </section>
  );
}
