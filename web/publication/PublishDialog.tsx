import "../design/forms.css";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ApiError, api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { usePublicationMessages } from "../messages/use-publication-messages.ts";
import { useStep } from "../sign-off/use-step.ts";
import { BecomesPublic } from "./BecomesPublic.tsx";
import { FindingList } from "./FindingList.tsx";
import { PartChoice } from "./PartChoice.tsx";
import { PreviewText } from "./PreviewText.tsx";
import { type Choice, previewQuery, type Subject } from "./publication-query.ts";

interface Props extends Subject {
  title: string;
  onClose: () => void;
}

const route = api.publications[":kind"][":subjectId"];

/** Shows exactly what would become public, warns, and publishes that and nothing else. */
export default function PublishDialog({ title, onClose, ...subject }: Props) {
  const { dialog: words } = usePublicationMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const [id] = useState(() => crypto.randomUUID());
  const [choice, setChoice] = useState<Choice>({ parts: null, namesVillages: true, shown: [] });
  const query = useQuery(previewQuery(subject, choice));
  const preview = query.data;
  const publishing = useStep(async () => {
    if (!preview) return;
    try {
      const json = { ...preview.choice, digest: preview.digest, id };
      await requireOk(route.$put({ param: subject, json }));
    } catch (error) {
      // What is shown has to be what there is, before anybody publishes it.
      if (error instanceof ApiError && error.code === "preview-changed") await query.refetch();
      throw error;
    }
  }, onClose);
  const isReady =
    preview !== undefined && !query.isFetching && preview.content.words.content?.length !== 0;
  return (
    <dialog
      ref={dialog}
      className="form-dialog publish-dialog"
      aria-label={words.title(title)}
      onClose={onClose}
    >
      <div className="stack">
        <h2>{words.title(title)}</h2>
        <p>{words.intro}</p>
        {preview ? (
          <>
            <PartChoice preview={preview} choice={choice} onChoose={setChoice} />
            <FindingList preview={preview} choice={choice} onChoose={setChoice} />
            <BecomesPublic content={preview.content} />
            <PreviewText content={preview.content} />
          </>
        ) : query.isError ? (
          <ErrorState error={query.error} onRetry={query.refetch} />
        ) : (
          <Skeleton rows={6} />
        )}
        <FailureLine error={publishing.error ?? query.error} />
        <div className="row publish-buttons">
          <Button
            weight="primary"
            icon="globe"
            disabled={!isReady}
            aria-busy={publishing.isPending}
            onClick={() => publishing.isPending || publishing.mutate()}
          >
            {publishing.isPending ? words.sending : query.isFetching ? words.loading : words.send}
          </Button>
          <Button weight="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </div>
    </dialog>
  );
}
