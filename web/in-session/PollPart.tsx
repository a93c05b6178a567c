import { useState } from "react";
import { pollAnswers } from "../../domain/poll-answers.ts";
import { currentPoll } from "../../party/forum/polls.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { TextField } from "../design/TextField.tsx";
import { useSessionMessages } from "../messages/use-session-messages.ts";
import { useMe } from "../session/SignedIn.tsx";
import { PollResult } from "./PollResult.tsx";
import { sessionApi, useAct } from "./use-act.ts";
import type { Session } from "./use-session.ts";

/** The quick poll: a village's representative votes, everybody sees the result as it grows. */
export function PollPart({ forumId, session }: { forumId: string; session: Session }) {
  const { poll: words } = useSessionMessages();
  const { village } = useMe().person;
  const { act, error } = useAct();
  const polls = session.view.parts?.polls ?? [];
  const poll = currentPoll({ polls });
  const may = session.page?.may;
  const own = poll?.votes.find((given) => given.village.id === village?.id);
  return (
    <section className="section" aria-label={words.title}>
      <h2>{words.title}</h2>
      {!poll && <p className="soft">{words.none}</p>}
      {poll && <PollResult poll={poll} />}
      {poll?.isOpen && may?.vote && village && (
        <fieldset className="votes">
          <legend>{words.vote(village.name)}</legend>
          {pollAnswers.map((answer) => (
            <Button
              key={answer}
              size="large"
              aria-pressed={own?.answer === answer}
              onClick={() =>
                act(() =>
                  sessionApi().vote.$put({
                    param: { forumId },
                    json: { pollId: poll.id, answer },
                  }),
                )
              }
            >
              {words.answers[answer]}
            </Button>
          ))}
          <p className="small soft" role="status">
            {own ? words.voted(words.answers[own.answer]) : words.notYet}
          </p>
        </fieldset>
      )}
      {poll && may?.lead && (
        <div className="row">
          <Button
            onClick={() =>
              act(() =>
                sessionApi().polls[":pollId"].$put({
                  param: { forumId, pollId: poll.id },
                  json: { isOpen: !poll.isOpen },
                }),
              )
            }
          >
            {poll.isOpen ? words.close : words.reopen}
          </Button>
        </div>
      )}
      <FailureLine error={error} />
      {may?.lead && !poll?.isOpen && <NewPoll forumId={forumId} />}
      {polls.length > 1 && (
        <details>
          <summary>{words.earlier}</summary>
          <div className="stack">
            {polls
              .slice(0, -1)
              .reverse()
              .map((earlier) => (
                <PollResult key={earlier.id} poll={earlier} />
              ))}
          </div>
        </details>
      )}
    </section>
  );
}

/** What was typed stays until the poll is open. */
function NewPoll({ forumId }: { forumId: string }) {
  const { poll: words } = useSessionMessages();
  const [question, setQuestion] = useState("");
  const [id] = useState(() => crypto.randomUUID());
  const { act, isPending, error } = useAct();
  const open = () => {
    const json = { id, question: question.trim() };
    act(() => sessionApi().polls.$post({ param: { forumId }, json }));
  };
  return (
    <form
      className="section"
      onSubmit={(event) => {
        event.preventDefault();
        open();
      }}
    >
      <TextField
        label={words.question}
        hint={words.questionHint}
        value={question}
        onText={setQuestion}
        maxLength={200}
        required
      />
      <div className="row">
        <Button type="submit" aria-busy={isPending}>
          {words.open}
        </Button>
      </div>
      <FailureLine error={error} />
    </form>
  );
}
