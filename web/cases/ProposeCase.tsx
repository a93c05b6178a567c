import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import { maxTitleLength } from "../../domain/forum-plan.ts";
import { themes } from "../../domain/statuses.ts";
import { toWib } from "../../domain/wib.ts";
import { api, readResponse } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { TextField } from "../design/TextField.tsx";
import type { ForumPageData } from "../forums/forum-query.ts";
import { useKeptForm } from "../forums/use-kept-form.ts";
import { useMessages } from "../messages/use-messages.ts";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";

/** A village's person puts a case before the forum, and goes on writing it. */
export function ProposeCase({ data }: { data: ForumPageData }) {
  const { cases: words } = usePrepareMessages();
  const { themes: names } = useMessages();
  const [, go] = useLocation();
  const queryClient = useQueryClient();
  const forumId = data.forum.id;
  const year = Number(toWib(data.forum.startsAt).day.slice(0, 4));
  const form = useKeptForm(`case ${forumId}`, {
    id: crypto.randomUUID(),
    title: "",
    theme: data.forum.theme,
    fiscalYear: String(year + 1),
    isUnnamed: false,
  });
  const { id, title, theme, fiscalYear, isUnnamed } = form.typed;
  const [isMissing, setMissing] = useState(false);
  const proposing = useMutation({
    mutationFn: () =>
      readResponse(
        api.forums[":forumId"].cases.$post({
          param: { forumId },
          json: { id, title, theme, isUnnamed, fiscalYear: Number(fiscalYear) },
        }),
      ),
    onSuccess: ({ documentId }) => {
      form.clear();
      void queryClient.invalidateQueries({ queryKey: ["forum", forumId] });
      go(`/dokumen/${documentId}`, { replace: true });
    },
  });
  const propose = (event: FormEvent) => {
    event.preventDefault();
    const isWrong = !/\p{L}/u.test(title) || title.trim().length > maxTitleLength;
    setMissing(isWrong);
    if (!isWrong && !proposing.isPending) proposing.mutate();
  };
  return (
    <form className="form prepare-form" onSubmit={propose} noValidate>
      <p>{words.proposeHint}</p>
      <TextField
        label={words.title}
        hint={words.titleHint}
        value={title}
        autoComplete="off"
        onText={(text) => {
          setMissing(false);
          form.set({ ...form.typed, title: text });
        }}
      />
      <div className="form-columns">
        <SelectField
          label={words.theme}
          value={theme}
          options={themes.map((each) => [each, names[each]] as const)}
          onChoose={(chosen) => form.set({ ...form.typed, theme: chosen })}
        />
        <SelectField
          label={words.fiscalYear}
          value={fiscalYear}
          options={[year - 1, year, year + 1].map((each) => [`${each}`, `${each}`] as const)}
          onChoose={(chosen) => form.set({ ...form.typed, fiscalYear: chosen })}
        />
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={isUnnamed}
          onChange={(event) => form.set({ ...form.typed, isUnnamed: event.target.checked })}
        />
        <span className="tick-words">
          {words.isUnnamed}
          <span className="field-hint">{words.unnamedWhy}</span>
        </span>
      </label>
      {isMissing && (
        <p role="alert" className="failure-line">
          {words.titleMissing}
        </p>
      )}
      <FailureLine error={proposing.error} />
      <div className="row">
        <Button type="submit" weight="primary" size="large" aria-busy={proposing.isPending}>
          {words.send}
        </Button>
      </div>
    </form>
  );
}
