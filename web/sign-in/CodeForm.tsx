import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { api, readResponse } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { Card } from "../design/Card.tsx";
import { useDeviceMessages } from "../messages/use-device-messages.ts";
import { useEntered } from "../session/use-entered.ts";
import { Sentence } from "./Sentence.tsx";
import { SharedChoice } from "./SharedChoice.tsx";

/** A facilitator's code, typed: first whose it is, then the entry. */
export function CodeForm() {
  const { code: words } = useDeviceMessages();
  const hintId = useId();
  const [code, setCode] = useState("");
  const [isShared, setShared] = useState(false);
  const enter = useEntered();
  const preview = useMutation({
    mutationFn: () => readResponse(api["sign-in"].preview.$post({ json: { code } })),
  });
  const entry = useMutation({
    mutationFn: () => readResponse(api["sign-in"].$post({ json: { code, isShared } })),
    onSuccess: (me) => enter(me),
    onError: () => preview.reset(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() === "" || preview.isPending || entry.isPending) return;
    entry.reset();
    if (preview.data) entry.mutate();
    else preview.mutate();
  };
  const error = preview.error ?? entry.error;
  return (
    <Card weight="main">
      <h1>{words.title}</h1>
      <form className="stack" onSubmit={submit}>
        {preview.data ? (
          <SharedChoice isShared={isShared} onChange={setShared} />
        ) : (
          <label className="field">
            {words.label}
            <input
              data-kind="code"
              value={code}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={40}
              aria-describedby={hintId}
              onChange={(event) => setCode(event.target.value)}
            />
            <span id={hintId} className="small soft">
              {words.example}
            </span>
          </label>
        )}
        {error && <Sentence error={error} />}
        <Button
          type="submit"
          weight="primary"
          size="large"
          aria-busy={preview.isPending || entry.isPending}
        >
          {preview.data ? words.enter(preview.data.person.name) : words.check}
        </Button>
        {preview.data && <Button onClick={() => preview.reset()}>{words.notMe}</Button>}
      </form>
    </Card>
  );
}
