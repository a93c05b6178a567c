import { env } from "cloudflare:workers";
import type * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { openDatabase } from "../../worker/db/open.ts";
import { documents } from "../../worker/db/schema.ts";
import { ask, cookieOf } from "../../worker/testing/requests.ts";
import { marksIn, textsIn } from "../notes/text-marks.ts";
import type { Threads, ThreadView } from "../notes/thread-view.ts";
import { RoomClient } from "./room-client.ts";
import { TabEditor } from "./tab-editor.ts";
import { until } from "./until.ts";

/** Somebody with the document open in an editor, who may note. */
export class NotedDocument {
  readonly id: string;
  readonly client: RoomClient;
  readonly editor: TabEditor;
  readonly #cookie: string;

  private constructor(id: string, client: RoomClient, cookie: string) {
    this.id = id;
    this.client = client;
    this.#cookie = cookie;
    this.editor = new TabEditor(client.doc);
  }

  /** A new open case with these blocks in its first section; rows of a list begin with `- `. */
  static async create(
    lines: readonly string[],
    { personId = "facilitator", isUnnamed = false } = {},
  ): Promise<NotedDocument> {
    const id = crypto.randomUUID();
    await openDatabase(env).insert(documents).values({
      id,
      forumId: "forum-in-session",
      kind: "case",
      title: "Kasus",
      theme: "planning",
      fiscalYear: 2027,
      status: "open",
      createdAt: 0,
      isUnnamed,
    });
    const noted = await NotedDocument.enter(id, personId);
    noted.editor.edit((tr, doc) => {
      const { nodes } = tr.doc.type.schema;
      const paragraph = (words: string) =>
        nodes.paragraph?.create(null, tr.doc.type.schema.text(words));
      const blocks = lines.flatMap((line) => {
        const block = paragraph(line.replace(/^[-|] /, ""));
        if (!block) return [];
        const item = line.startsWith("- ") && nodes.listItem?.create(null, block);
        if (item) return nodes.bulletList?.create(null, item) ?? [];
        const cell = line.startsWith("| ") && nodes.tableCell?.create(null, block);
        const row = cell && nodes.tableRow?.create(null, cell);
        if (row) return nodes.table?.create(null, row) ?? [];
        return block;
      });
      tr.insert(startOf(doc, "situation"), blocks);
    });
    await noted.saved();
    return noted;
  }

  static async enter(id: string, personId: string): Promise<NotedDocument> {
    const cookie = await cookieOf(personId);
    return new NotedDocument(id, await RoomClient.enter(id, cookie), cookie);
  }

  async saved(): Promise<void> {
    await until(() => this.client.saved === this.client.sent);
  }

  post(words: string, changes: Record<string, unknown> = {}): Promise<Response> {
    const json = {
      ...{ id: crypto.randomUUID(), kind: "question", text: "Mengapa?" },
      ...this.editor.selected(words),
      ...changes,
    };
    return this.ask("/threads", { json });
  }

  /** Notes beside these words, and waits until the mark is here. */
  async note(words: string, changes?: Record<string, unknown>): Promise<ThreadView> {
    const answer = await this.post(words, changes);
    if (!answer.ok) throw new Error(`noting was answered with ${await answer.text()}`);
    const thread: ThreadView = await answer.json();
    await until(() => this.marked(thread.id) !== "");
    return thread;
  }

  ask(path: string, options: { json?: unknown; method?: string } = {}): Promise<Response> {
    return ask(`/api/documents/${this.id}${path}`, { cookie: this.#cookie, ...options });
  }

  async threads(): Promise<Threads> {
    return (await this.ask("/threads")).json();
  }

  /** The words that bear the thread's mark here; runs apart from each other are divided by `|`. */
  marked(threadId: string): string {
    return markedIn(this.client.doc, threadId);
  }

  /** When the room has taken everything, and everything of the room's has come. */
  async settled(): Promise<void> {
    await this.saved();
    const answered = this.client.heardPresence;
    this.client.sendQuery();
    await until(() => this.client.heardPresence > answered);
  }
}

export function markedIn(doc: Y.Doc, threadId: string): string {
  return [...textsIn(doc.getXmlFragment(fragmentName))]
    .flatMap((text) => marksIn(text).threads.get(threadId) ?? [])
    .map(({ words }) => words)
    .join("|");
}

/** Inside of the section of this kind, before all else. */
function startOf(doc: TabEditor["state"]["doc"], kind: string): number {
  let found: number | null = null;
  doc.descendants((node, at) => {
    if (node.attrs.kind === kind) found = at + 1;
  });
  if (found === null) throw new Error(`no section ${kind}`);
  return found;
}
