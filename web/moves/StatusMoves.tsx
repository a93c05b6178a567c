import "./StatusMoves.css";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import type { DocumentPageData } from "../document/document-query.ts";
import type { ForumPageData } from "../forums/forum-query.ts";
import { MoveDialog } from "./MoveDialog.tsx";
import { useMovesMessages } from "./use-moves-messages.ts";

type Moved =
  | { kind: "document"; id: string; moves: DocumentPageData["moves"] }
  | { kind: "forum"; id: string; moves: ForumPageData["moves"] };

/** The steps that this person may take with a document or forum, each confirmed by its name. */
export default function StatusMoves(moved: Moved) {
  const words = useMovesMessages();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<Moved["moves"][number] | null>(null);
  const send = useMutation({
    mutationFn: () => requireOk(request(moved, chosen)),
    // Also after a refusal: somebody else may have moved it on.
    onSettled: () => queryClient.invalidateQueries(),
    onSuccess: () => setChosen(null),
  });
  const wordsOf = (to: Moved["moves"][number]) => {
    const named: Partial<Record<string, { name: string; question: string; effect: string }>> =
      moved.kind === "document" ? words.documents : words.forums;
    return named[to];
  };
  const choose = (to: Moved["moves"][number]) => {
    send.reset();
    setChosen(to);
  };
  const chosenWords = chosen && wordsOf(chosen);
  return (
    <fieldset className="status-moves row" aria-label={words.label}>
      {moved.moves.map((to) => (
        <Button key={to} weight={isEnd(to) ? "quiet" : "secondary"} onClick={() => choose(to)}>
          {wordsOf(to)?.name}
        </Button>
      ))}
      {chosen && chosenWords && (
        <MoveDialog
          words={chosenWords}
          isDanger={isEnd(chosen)}
          isMoving={send.isPending}
          error={send.error}
          onConfirm={() => send.mutate()}
          onClose={() => setChosen(null)}
        />
      )}
    </fieldset>
  );
}

/** What nobody takes by mistake, so it does not stand out. */
function isEnd(to: string): boolean {
  return to === "withdrawn" || to === "cancelled";
}

function request(moved: Moved, chosen: Moved["moves"][number] | null) {
  if (moved.kind === "document") {
    const to = moved.moves.find((move) => move === chosen);
    if (to === undefined) throw new Error("a move that is not offered");
    return api.documents[":documentId"].status.$put({
      param: { documentId: moved.id },
      json: { to },
    });
  }
  const to = moved.moves.find((move) => move === chosen);
  if (to === undefined) throw new Error("a move that is not offered");
  return api.forums[":forumId"].status.$put({ param: { forumId: moved.id }, json: { to } });
}
