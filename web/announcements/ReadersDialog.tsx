import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useSharingMessages } from "../messages/use-sharing-messages.ts";
import { readersQuery } from "./announcements-query.ts";

interface Props {
  id: string;
  title: string;
  onClose: () => void;
}

/** Who has read an announcement, and who has not yet. */
export function ReadersDialog({ id, title, onClose }: Props) {
  const { announcements: words } = useSharingMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  const query = useQuery(readersQuery(id));
  useEffect(() => dialog.current?.showModal(), []);
  const people = query.data?.people ?? [];
  const parts = [
    { name: words.hasNot, people: people.filter(({ readAt }) => readAt === null) },
    { name: words.hasRead, people: people.filter(({ readAt }) => readAt !== null) },
  ];
  const heading = words.readersTitle(title);
  return (
    <dialog ref={dialog} className="form-dialog" aria-label={heading} onClose={onClose}>
      <div className="stack">
        <h2>{heading}</h2>
        {query.data ? (
          parts.map(({ name, people: listed }) => (
            <section key={name(0)} className="section">
              <h3>{name(listed.length)}</h3>
              <ul>
                {listed.map((person) => (
                  <li key={`${person.name} ${person.village?.id}`}>
                    {person.name}{" "}
                    <span className="soft small">{person.village?.name ?? person.office}</span>
                  </li>
                ))}
              </ul>
            </section>
          ))
        ) : query.isError ? (
          <FailureLine error={query.error} />
        ) : (
          <Skeleton rows={4} />
        )}
        <div className="row">
          <Button onClick={onClose}>{words.close}</Button>
        </div>
      </div>
    </dialog>
  );
}
