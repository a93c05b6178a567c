/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { maxQuestionLength, minQuestionLength } from "../../domain/citizen-questions.ts";
import { pageWords } from "./page-words.ts";

const { ask } = pageWords;

interface Props {
  forumId: string;
  token: string;
  /** What was typed and not taken. */
  text: string;
  problem?: string;
}

/** The question box: a form that is sent without any script. */
export function AskForm({ forumId, token, text, problem }: Props) {
  return (
    <section id="tanya">
      <h2>{ask.title}</h2>
      <p>{ask.intro}</p>
      {problem && (
        <p class="notice bad" role="alert" id="masalah">
          {problem}
        </p>
      )}
      <form method="post" action={`/publik/forum/${encodeURIComponent(forumId)}/tanya`}>
        <input type="hidden" name="tanda" value={token} />
        <p class="trap" aria-hidden="true">
          <label>
            {ask.trap}
            <input type="text" name="situs" tabindex={-1} autocomplete="off" />
          </label>
        </p>
        <label for="pertanyaan">{ask.label}</label>
        <textarea
          id="pertanyaan"
          name="pertanyaan"
          required
          minlength={minQuestionLength}
          maxlength={maxQuestionLength}
          aria-describedby={problem ? "petunjuk masalah" : "petunjuk"}
        >
          {text}
        </textarea>
        <p class="soft" id="petunjuk">
          {ask.hint}
        </p>
        <button type="submit">{ask.send}</button>
      </form>
    </section>
  );
}
