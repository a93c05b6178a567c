import { expect, test } from "vitest";
import { documentQuery } from "../document/document-query.ts";
import { threadsQuery } from "../document/threads-query.ts";
import { homeQuery } from "../home/home-query.ts";
import { meKey } from "../session/me-query.ts";
import { draftKey } from "./device-draft.ts";
import { mayShowDocument, nameOf } from "./kept-answers.ts";

test("[R11] what was fetched may show a document's words, also where it is not the document", () => {
  for (const { queryKey } of [documentQuery("draft"), threadsQuery("me"), homeQuery]) {
    expect(mayShowDocument(nameOf(queryKey))).toBe(true);
  }
});

test("[R11] what somebody began to write, and who is signed in, outlive a redaction", () => {
  for (const name of ["question", "answer 7", "practice", "practice 7 1700000000000"]) {
    expect(mayShowDocument(nameOf(draftKey(name)))).toBe(false);
  }
  expect(mayShowDocument(nameOf(meKey))).toBe(false);
  expect(mayShowDocument("1/draft/question")).toBe(false);
});
