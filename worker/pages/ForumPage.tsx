/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ReadingNode } from "../../domain/document/reading-node.ts";
import { pageAddress } from "../../domain/publication/page-address.ts";
import { pagedWords } from "../../domain/publication/paged-words.ts";
import { formatDay } from "../../domain/time.ts";
import type { PublicFollowUp, PublicForumPage } from "../actions/public-reading.ts";
import { AskForm } from "./AskForm.tsx";
import { Layout } from "./Layout.tsx";
import { ForumFacts, Pager } from "./PublicationPage.tsx";
import { pageWords } from "./page-words.ts";
import { Words } from "./Words.tsx";

interface Props {
  origin: string;
  forumId: string;
  data: PublicForumPage;
  page: number;
  /** What stands in for the form's token until the page is sent. */
  token: string;
}

/** HTML that is left for what a forum has in lists, beside head, style and form. */
const listBytes = 15_000;

/** What the public knows of a forum: nothing but what was published of its documents. */
export function ForumPage({ origin, forumId, data, page, token }: Props) {
  const { content, readings, districtName } = data;
  const { forum } = content;
  const address = `/publik/forum/${encodeURIComponent(forumId)}`;
  const title = forum?.title ?? pageWords.forum;
  const pages = pagedWords(listsOf(data), listBytes);
  const words = pages[page - 1] ?? { type: "doc", content: [] };
  return (
    <Layout
      head={{
        title,
        description: [districtName, ...readings.map((each) => each.content.title)]
          .join(" · ")
          .slice(0, 200),
        address: origin + address,
      }}
    >
      <p class="kind">
        {pageWords.forum} · {districtName}
      </p>
      <h1>{title}</h1>
      {page === 1 && forum && (
        <>
          <dl>
            <ForumFacts forum={forum} />
          </dl>
          <h2>{pageWords.agenda}</h2>
          <ol>
            {forum.agenda.map((item) => (
              <li>{item}</li>
            ))}
          </ol>
        </>
      )}
      {(words.content ?? []).map((list) => (
        <Listed list={list} data={data} />
      ))}
      <Pager address={address} page={page} pageCount={pages.length} />
      <AskForm forumId={forumId} token={token} text="" />
    </Layout>
  );
}

/** The lists of a forum's page as one text, so that it is cut into pages as texts are. */
function listsOf({ readings, agreements, followUps, questions }: PublicForumPage): ReadingNode {
  const line = (text: string): ReadingNode => ({
    type: "paragraph",
    content: [{ type: "text", text }],
  });
  const list = (kind: string, content: ReadingNode[]): ReadingNode[] =>
    content.length === 0 ? [] : [{ type: "list", attrs: { kind }, content }];
  return {
    type: "doc",
    content: [
      ...list(
        "readings",
        readings.map((each, at) => ({
          type: "reading",
          attrs: { at },
          content: [line(each.content.title)],
        })),
      ),
      ...list("agreements", agreements),
      ...list(
        "followUps",
        followUps.map(({ words }, at) => ({ ...words, attrs: { ...words.attrs, at } })),
      ),
      ...list(
        "questions",
        questions.map(({ question, answer }, at) => ({
          type: "question",
          attrs: { at },
          content: [line(question), ...answer.split("\n").map(line)],
        })),
      ),
    ],
  };
}

function Listed({ list, data }: { list: ReadingNode; data: PublicForumPage }) {
  const { content = [], attrs = {} } = list;
  switch (attrs.kind) {
    case "readings":
      return (
        <section>
          <h2>{pageWords.readings}</h2>
          <ul class="list">
            {content.map((each) => (
              <Reading reading={data.readings[Number(each.attrs?.at)]} />
            ))}
          </ul>
        </section>
      );
    case "agreements":
      return (
        <section>
          <h2>{pageWords.agreements}</h2>
          <ol>
            {content.map(({ content: words = [] }) => (
              <li>
                {words.map((each) => (
                  <Words node={each} level={3} />
                ))}
              </li>
            ))}
          </ol>
        </section>
      );
    case "followUps":
      return (
        <section>
          <h2>{pageWords.followUps}</h2>
          <p class="soft">{pageWords.followUpNote}</p>
          {content.map((each) => (
            <FollowUp words={each} followUp={data.followUps[Number(each.attrs?.at)]} />
          ))}
        </section>
      );
    default:
      return (
        <section>
          <h2>{pageWords.questions.title}</h2>
          {content.map(({ content: [question, ...answer] = [] }) => (
            <div class="item">
              <h3>
                {question && <Words node={{ type: "doc", content: question.content ?? [] }} />}
              </h3>
              <p class="soft">{pageWords.questions.answered}</p>
              {answer.map((each) => (
                <Words node={each} />
              ))}
            </div>
          ))}
        </section>
      );
  }
}

function Reading({ reading }: { reading: PublicForumPage["readings"][number] | undefined }) {
  if (!reading) return null;
  const { kind, subjectId, content, publishedAt } = reading;
  const { documentKind } = content;
  const name =
    kind === "document" && documentKind
      ? pageWords.documentKinds[documentKind]
      : pageWords.kinds[kind];
  return (
    <li class="card">
      <p class="kind">{name}</p>
      <a class="title" href={pageAddress(kind, subjectId)}>
        {content.title}
      </a>
      <p class="soft">{pageWords.published(formatDay(publishedAt))}</p>
    </li>
  );
}

function FollowUp(props: { words: ReadingNode; followUp: PublicFollowUp | undefined }) {
  const state = props.followUp?.state ?? null;
  return (
    <div class="item">
      {(props.words.content ?? []).map((each) => (
        <Words node={each} level={3} />
      ))}
      {state && (
        <p>
          <strong>{pageWords.status}:</strong>{" "}
          <span class={`state ${state}`}>{pageWords.states[state]}</span>
        </p>
      )}
    </div>
  );
}
