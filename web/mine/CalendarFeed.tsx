import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, readResponse, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { useLanguage } from "../messages/use-messages.ts";
import { useMineMessages } from "../messages/use-mine-messages.ts";
import { CopyButton } from "../offline/CopyButton.tsx";
import { formatDay } from "../time.ts";

const route = api.me.calendar;

/** The secret address of one's own calendar: made, shown once, renewed and removed. */
export function CalendarFeed() {
  const { calendar: words } = useMineMessages();
  const [language] = useLanguage();
  const [asked, setAsked] = useState<"renew" | "end" | null>(null);
  const state = useQuery({
    queryKey: ["my-calendar"],
    queryFn: () => readResponse(route.$get()),
  });
  const settle = () => {
    setAsked(null);
    return state.refetch();
  };
  const renew = useMutation({ mutationFn: () => readResponse(route.$post()), onSuccess: settle });
  const end = useMutation({
    mutationFn: () => requireOk(route.$delete()),
    onSuccess: () => {
      renew.reset();
      return settle();
    },
  });
  if (!state.data) return null;
  const { since } = state.data;
  const acting = asked === "end" ? end : renew;
  return (
    <section className="section" aria-labelledby="calendar">
      <h2 id="calendar">{words.title}</h2>
      <p>{words.explain}</p>
      {renew.data ? (
        <div className="stack" role="status">
          <p>
            <strong>{words.address}</strong>
          </p>
          <p>
            <code className="said">{renew.data.address}</code>
          </p>
          <p>{words.onlyNow}</p>
          <div className="row">
            <CopyButton text={renew.data.address} />
          </div>
        </div>
      ) : (
        <p className="soft">
          {since === null ? words.none : words.since(formatDay(since, language))}
        </p>
      )}
      <FailureLine error={asked === null ? renew.error : null} />
      <div className="row">
        {since === null ? (
          <Button icon="calendar" aria-busy={renew.isPending} onClick={() => renew.mutate()}>
            {words.make}
          </Button>
        ) : (
          <>
            <Button icon="reload" onClick={() => setAsked("renew")}>
              {words.renew}
            </Button>
            <Button weight="quiet" icon="close" onClick={() => setAsked("end")}>
              {words.end}
            </Button>
          </>
        )}
      </div>
      {asked && (
        <ConfirmDialog
          title={asked === "end" ? words.endQuestion : words.renewQuestion}
          confirm={asked === "end" ? words.end : words.renew}
          cancel={words.keep}
          isDangerous={asked === "end"}
          isPending={acting.isPending}
          error={acting.error}
          onConfirm={() => acting.mutate()}
          onClose={() => setAsked(null)}
        >
          <p>{asked === "end" ? words.endConsequence : words.renewConsequence}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
