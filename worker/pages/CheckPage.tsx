/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Layout } from "./Layout.tsx";
import { pageWords } from "./page-words.ts";

const { checking } = pageWords;

interface Props {
  origin: string;
  /** What was typed, and what came of it; null while nothing was asked. */
  asked: { text: string; matches: boolean } | null;
}

/** The hash check for whoever has no script: whether such a fingerprint was signed, and no more. */
export function CheckPage({ origin, asked }: Props) {
  return (
    <Layout
      head={{
        title: checking.title,
        description: checking.intro,
        address: `${origin}/publik/periksa`,
      }}
    >
      <h1>{checking.title}</h1>
      {asked && (
        <div class={asked.matches ? "notice" : "notice bad"} role="status">
          <h2>{asked.matches ? checking.matches : checking.differs}</h2>
          <p>{asked.matches ? checking.matchesText : checking.differsText}</p>
        </div>
      )}
      <p id="petunjuk">{checking.intro}</p>
      <form method="post" action="/publik/periksa">
        <label for="sidik">{checking.label}</label>
        <input
          id="sidik"
          name="sidik"
          required
          maxlength={200}
          autocomplete="off"
          spellcheck={false}
          aria-describedby="petunjuk"
          value={asked?.text ?? ""}
        />
        <button type="submit">{checking.button}</button>
      </form>
      <p>
        <a href="/periksa">{checking.withFile}</a>
      </p>
    </Layout>
  );
}
