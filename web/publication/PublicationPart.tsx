import "./publication.css";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { pageAddress } from "../../domain/publication/page-address.ts";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { Icon } from "../design/Icon.tsx";
import { useLanguage } from "../messages/use-messages.ts";
import { usePublicationMessages } from "../messages/use-publication-messages.ts";
import { AskedStep } from "../sign-off/AskedStep.tsx";
import { formatDay } from "../time.ts";
import { publicationQuery, type Subject } from "./publication-query.ts";

const PublishDialog = lazy(() => import("./PublishDialog.tsx"));
const route = api.publications[":kind"][":subjectId"];

/** How something stands before the public; the camat publishes it and takes it back here. */
export function PublicationPart({ title, ...subject }: Subject & { title: string }) {
  const words = usePublicationMessages();
  const [language] = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery(publicationQuery(subject));
  if (!data) return null;
  const { edition, isOut, publishedAt, withdrawnAt, may } = data;
  if (!isOut && withdrawnAt === null && !may.publish) return null;
  return (
    <section className="publication" aria-label={words.title}>
      <p className="publication-state">
        <Icon name="globe" />
        {isOut && edition !== null && publishedAt !== null
          ? words.out(edition, formatDay(publishedAt, language))
          : withdrawnAt !== null
            ? words.withdrawn(formatDay(withdrawnAt, language))
            : words.never}
      </p>
      <div className="row">
        {isOut && (
          <a className="button" href={pageAddress(subject.kind, subject.subjectId)}>
            <Icon name="forward" />
            {words.open}
          </a>
        )}
        {may.publish && (
          <Button
            icon="globe"
            weight={isOut ? "secondary" : "primary"}
            onClick={() => setOpen(true)}
          >
            {isOut ? words.publishAgain : words.publish}
          </Button>
        )}
        {may.withdraw && (
          <AskedStep
            button={words.withdraw}
            icon="undo"
            question={words.withdrawQuestion(title)}
            isDangerous
            take={() => requireOk(route.$delete({ param: subject }))}
          >
            <p>{words.withdrawConsequence}</p>
          </AskedStep>
        )}
      </div>
      {isOpen && (
        <Suspense>
          <PublishDialog {...subject} title={title} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}
