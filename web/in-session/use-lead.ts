import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Lead } from "../../party/forum/session-state.ts";
import { ApiError, api, readResponse, requireOk } from "../api.ts";
import { type ReadingPlace, readPlace } from "./reading-place.ts";

/** The browser says at most so often where it is. */
const everyMs = 1000;

interface Here {
  documentId: string;
  isUnnamed: boolean;
}

/** Leading from this page: where it is, everybody who follows goes. */
export function useLead(forumId: string, lead: Lead | null, here: Here | null) {
  const key = `lead ${forumId}`;
  const [own, setOwn] = useState(() => sessionStorage.getItem(key));
  const [takenBy, setTakenBy] = useState<string | null>(null);
  const isLeading = own !== null && lead?.id === own;
  const keep = (leadId: string | null) => {
    if (leadId === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, leadId);
    setOwn(leadId);
  };

  const take = useMutation({
    mutationFn: async (insteadOf: string | null) => {
      const param = { forumId };
      const session = api.forums[":forumId"].session;
      const { leadId } = await readResponse(session.lead.$put({ param, json: { insteadOf } }));
      keep(leadId);
      setTakenBy(null);
      if (here) await sendPlace(forumId, leadId, here.documentId, readPlace(here.isUnnamed));
    },
  });
  const stop = useMutation({
    mutationFn: async () => {
      if (own === null) return;
      const param = { forumId, leadId: own };
      await requireOk(api.forums[":forumId"].session.lead[":leadId"].$delete({ param }));
      keep(null);
    },
  });

  useEffect(() => {
    if (own === null || lead === null || lead.id === own || take.isPending) return;
    setTakenBy(lead.name);
    sessionStorage.removeItem(key);
    setOwn(null);
  }, [own, lead, key, take.isPending]);

  const documentId = here?.documentId;
  const isCoarse = here?.isUnnamed ?? false;
  useEffect(() => {
    if (!isLeading || documentId === undefined) return;
    return reportPlace(isCoarse, (place) => sendPlace(forumId, own, documentId, place));
  }, [isLeading, own, documentId, isCoarse, forumId]);

  return { isLeading, takenBy, take, stop };
}

/** Says where this page is, whenever that has changed. @returns a function that ends it */
function reportPlace(
  isCoarse: boolean,
  send: (place: ReadingPlace) => Promise<unknown>,
): () => void {
  let last = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sentAt = Number.NEGATIVE_INFINITY;
  const report = () => {
    timer = undefined;
    const place = readPlace(isCoarse);
    if (JSON.stringify(place) === last) return;
    last = JSON.stringify(place);
    sentAt = performance.now();
    send(place).catch(() => {
      // Said again with the next move; that the link is lost, or the lead, the bar says.
      last = "";
    });
  };
  const onMove = () => {
    timer ??= setTimeout(report, Math.max(60, sentAt + everyMs - performance.now()));
  };
  // Once the text is there.
  const arrival = setInterval(() => {
    if (!document.querySelector(".tiptap")) return;
    clearInterval(arrival);
    onMove();
  }, 100);
  addEventListener("scroll", onMove, { passive: true });
  document.addEventListener("selectionchange", onMove);
  return () => {
    clearTimeout(timer);
    clearInterval(arrival);
    removeEventListener("scroll", onMove);
    document.removeEventListener("selectionchange", onMove);
  };
}

function sendPlace(forumId: string, leadId: string, documentId: string, place: ReadingPlace) {
  const json = { leadId, documentId, ...place };
  return requireOk(api.forums[":forumId"].session.place.$put({ param: { forumId }, json }));
}

/** Whether an act failed because somebody else leads. */
export function isTaken(error: unknown): boolean {
  return error instanceof ApiError && error.code === "somebody-leads";
}
