import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import { maxTitleLength } from "../../domain/forum-plan.ts";
import { type Theme, themes } from "../../domain/statuses.ts";
import { api, readResponse } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { TextField } from "../design/TextField.tsx";
import { useKeptForm } from "../forums/use-kept-form.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useModulesMessages } from "../messages/use-modules-messages.ts";
import { modulesKey } from "./modules-query.ts";

/** A module begins with a title and a theme; its page leads on. */
export function NewModulePage() {
  const { newModule: words } = useModulesMessages();
  const { themes: names } = useMessages();
  const [, go] = useLocation();
  const queryClient = useQueryClient();
  const form = useKeptForm<{ id: string; title: string; theme: Theme }>("module", {
    id: crypto.randomUUID(),
    title: "",
    theme: "planning",
  });
  const { id, title, theme } = form.typed;
  const [isMissing, setMissing] = useState(false);
  const making = useMutation({
    mutationFn: () => readResponse(api.modules.$post({ json: { id, title, theme } })),
    onSuccess: ({ moduleId }) => {
      form.clear();
      void queryClient.invalidateQueries({ queryKey: modulesKey });
      go(`/program/modul/${moduleId}`, { replace: true });
    },
  });
  const make = (event: FormEvent) => {
    event.preventDefault();
    const isWrong = !/\p{L}/u.test(title) || title.trim().length > maxTitleLength;
    setMissing(isWrong);
    if (!isWrong && !making.isPending) making.mutate();
  };
  return (
    <PageFrame title={words.title} back="/program/modul">
      <h1>{words.title}</h1>
      <form className="form module-form" onSubmit={make} noValidate>
        <p>{words.why}</p>
        <TextField
          label={words.name}
          hint={words.nameHint}
          value={title}
          autoComplete="off"
          onText={(text) => {
            setMissing(false);
            form.set({ ...form.typed, title: text });
          }}
        />
        <SelectField
          label={words.theme}
          value={theme}
          options={themes.map((each) => [each, names[each]] as const)}
          onChoose={(chosen) => form.set({ ...form.typed, theme: chosen })}
        />
        {isMissing && (
          <p role="alert" className="failure-line">
            {words.missing}
          </p>
        )}
        <FailureLine error={making.error} />
        <div>
          <Button type="submit" weight="primary" size="large" aria-busy={making.isPending}>
            {words.send}
          </Button>
        </div>
      </form>
    </PageFrame>
  );
}
