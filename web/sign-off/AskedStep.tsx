import type { QueryKey } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button, type ButtonWeight } from "../design/Button.tsx";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import type { IconName } from "../design/Icon.tsx";
import { useSignOffMessages } from "../messages/use-sign-off-messages.ts";
import { useStep } from "./use-step.ts";

interface Props<Answer> {
  button: string;
  icon?: IconName;
  weight?: ButtonWeight;
  question: string;
  children: ReactNode;
  isDangerous?: boolean;
  take: () => Promise<Answer>;
  onTaken?: (answer: Answer) => void;
  /** What is asked for again afterwards; everything where it is left out. */
  stale?: readonly QueryKey[];
}

/** A button whose step is asked about first, by the document's name. */
export function AskedStep<Answer>(props: Props<Answer>) {
  const { button, question, children, isDangerous = false, take, onTaken, stale, ...look } = props;
  const words = useSignOffMessages();
  const [isAsked, setAsked] = useState(false);
  const done = (answer: Answer) => {
    setAsked(false);
    onTaken?.(answer);
  };
  const step = useStep(take, done, stale);
  return (
    <>
      <Button {...look} onClick={() => setAsked(true)}>
        {button}
      </Button>
      {isAsked && (
        <ConfirmDialog
          title={question}
          confirm={button}
          cancel={words.cancel}
          isDangerous={isDangerous}
          isPending={step.isPending}
          error={step.error}
          onConfirm={() => step.mutate()}
          onClose={() => {
            setAsked(false);
            step.reset();
          }}
        >
          {children}
        </ConfirmDialog>
      )}
    </>
  );
}
