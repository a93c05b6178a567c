import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ChangeEvent, useRef, useState } from "react";
import { api, requireOk } from "../../api.ts";
import { Button } from "../../design/Button.tsx";
import { ConfirmDialog } from "../../design/ConfirmDialog.tsx";
import { FailureLine } from "../../design/FailureLine.tsx";
import { usePaperMessages } from "../../messages/use-paper-messages.ts";
import { letterheadKey, type OwnLetterhead } from "./LetterheadPage.tsx";
import { PictureUnreadable, smallEmblem } from "./small-emblem.ts";

/** The coat of arms: the office brings its own, the product ships none. */
export function EmblemPicker({ data }: { data: OwnLetterhead }) {
  const { letterhead: words } = usePaperMessages();
  const queryClient = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [isAsked, setAsked] = useState(false);
  const refresh = () => queryClient.invalidateQueries({ queryKey: letterheadKey });
  const query = { basedOn: `${data.revision}` };
  const putting = useMutation({
    mutationFn: async (file: File) => {
      const body = await smallEmblem(file);
      const headers = { "content-type": body.type };
      return requireOk(api.letterhead.emblem.$put({ query }, { headers, init: { body } }));
    },
    onSuccess: refresh,
  });
  const taking = useMutation({
    mutationFn: () => requireOk(api.letterhead.emblem.$delete({ query })),
    onSuccess: async () => {
      setAsked(false);
      await refresh();
    },
  });
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    // So that the same file can be chosen again.
    target.value = "";
    if (file) putting.mutate(file);
  };
  const choose = data.emblem === null ? words.choose : words.replace;
  return (
    <section className="section" aria-labelledby="emblem">
      <h2 id="emblem">{words.emblem}</h2>
      {data.keepsFiles ? (
        <>
          <p>{words.emblemHint}</p>
          {putting.error instanceof PictureUnreadable ? (
            <p role="alert" className="failure-line">
              {words.unreadable}
            </p>
          ) : (
            <FailureLine error={putting.error} />
          )}
          <div className="row">
            <Button
              icon="document"
              aria-busy={putting.isPending}
              onClick={() => input.current?.click()}
            >
              {choose}
            </Button>
            {data.emblem !== null && (
              <Button icon="close" onClick={() => setAsked(true)}>
                {words.remove}
              </Button>
            )}
          </div>
          <input
            ref={input}
            type="file"
            accept="image/png,image/jpeg"
            aria-label={choose}
            hidden
            onChange={take}
          />
        </>
      ) : (
        <p>{words.noStore}</p>
      )}
      {isAsked && (
        <ConfirmDialog
          title={words.removeSure}
          confirm={words.remove}
          cancel={words.cancel}
          isPending={taking.isPending}
          error={taking.error}
          onConfirm={() => taking.mutate()}
          onClose={() => setAsked(false)}
        >
          <p>{words.removeWords}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
