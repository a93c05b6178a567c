import { lazy, Suspense } from "react";
import { patiently } from "../offline/patiently.ts";

const SessionBar = lazy(async () => {
  await textIsShown();
  return patiently(() => import("./SessionBar.tsx"));
});

interface Props {
  forum: { id: string; status: string };
  documentId?: string;
}

/** The bar of a forum in session; nothing at any other time. */
export function InSession({ forum, documentId }: Props) {
  if (forum.status !== "inSession") return null;
  return (
    <Suspense fallback={<div style={{ minBlockSize: "3.4rem" }} />}>
      <SessionBar forumId={forum.id} {...(documentId !== undefined && { documentId })} />
    </Suspense>
  );
}

const waitMs = 100;
/** Where no text comes, as for somebody whom the room sent away, the bar does not wait for ever. */
const maxWaits = 80;

/** On a document's page its words come first: the first letter does not wait for the bar. */
async function textIsShown(): Promise<void> {
  for (let waits = 0; waits < maxWaits; waits++) {
    const isDocument = location.pathname.startsWith("/dokumen/");
    if (!isDocument || document.querySelector(".tiptap")) return;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}
