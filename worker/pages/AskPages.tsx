/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { AskForm } from "./AskForm.tsx";
import { Layout } from "./Layout.tsx";
import { pageWords } from "./page-words.ts";

const { ask } = pageWords;

interface Props {
  forumId: string;
  token: string;
  text: string;
  problem: string;
}

/** The form once more, with what was typed and why it was not taken. */
export function AskAgainPage(props: Props) {
  return (
    <Layout head={{ title: ask.again, description: props.problem, address: null }}>
      <h1>{ask.again}</h1>
      <AskForm {...props} />
      <BackToForum forumId={props.forumId} />
    </Layout>
  );
}

export function SentPage({ forumId }: { forumId: string }) {
  return (
    <Layout head={{ title: ask.sent, description: ask.thanks, address: null }}>
      <h1>{ask.sent}</h1>
      <p>{ask.thanks}</p>
      <BackToForum forumId={forumId} />
    </Layout>
  );
}

function BackToForum({ forumId }: { forumId: string }) {
  return (
    <p>
      <a class="button" href={`/publik/forum/${encodeURIComponent(forumId)}`}>
        {ask.back}
      </a>
    </p>
  );
}
