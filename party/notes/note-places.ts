import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { annotationKey, isAnnotationKey } from "./annotation-key.ts";
import { LostWords } from "./lost-words.ts";
import { type MarkChanges, markChanges } from "./mark-changes.ts";
import { type MarkedRun, marksIn, textsIn } from "./text-marks.ts";

interface Options {
  doc: Y.Doc;
  /** Makes an edit as the room's own. */
  edit: (change: () => void) => void;
  /** Called when threads may stand otherwise than before. */
  onMoved: () => void;
}

/** Letters of one text. */
export interface Span {
  text: Y.XmlText;
  index: number;
  length: number;
}

interface Setting extends Span {
  key: string;
  value: unknown;
}

/**
 * Where the threads of a document stand: their marks in its texts. People's edits carry marks along,
 * and every browser can write any mark: what an edit of theirs puts where its thread was not is kept
 * where it brings lost words back, and else swept away; what it takes from words that stay is laid
 * again. Only texts that bear marks, or are given some, are looked at.
 */
export class NotePlaces {
  readonly #options: Options;
  readonly #threadsIn = new Map<Y.XmlText, Set<string>>();
  readonly #textsOf = new Map<string, Set<Y.XmlText>>();
  readonly #lost = new LostWords();
  #changed = new Map<Y.XmlText, MarkChanges>();
  /** Texts that were changed before it was known which threads there are. */
  #unchecked = new Set<Y.XmlText>();
  #isKnown = false;
  #isOwn = false;

  constructor(options: Options) {
    this.#options = options;
    const { doc } = options;
    for (const text of textsIn(doc.getXmlFragment(fragmentName))) {
      if (text._hasFormatting) this.#look(text);
    }
    doc.on("afterTransaction", (transaction) => this.#onTransaction(transaction));
  }

  /** The threads that have a mark somewhere. */
  standing(): string[] {
    return [...this.#textsOf.keys()];
  }

  isStanding(threadId: string): boolean {
    return this.#textsOf.has(threadId);
  }

  /** A thread that was taken back: what brings its words back brings no mark of it. */
  forget(threadId: string): void {
    this.#lost.forget(threadId);
  }

  /** Where a thread's mark stands, in the document's order. */
  runsOf(threadId: string): { text: Y.XmlText; runs: MarkedRun[] }[] {
    const texts = this.#textsOf.get(threadId);
    if (!texts) return [];
    const [only] = texts;
    const inOrder =
      texts.size === 1 && only
        ? [only]
        : [...textsIn(this.#options.doc.getXmlFragment(fragmentName))].filter((text) =>
            texts.has(text),
          );
    return inOrder.flatMap((text) => {
      const runs = marksIn(text).threads.get(threadId);
      return runs ? [{ text, runs }] : [];
    });
  }

  /** Sets a thread's mark, inside of an edit. */
  mark(threadId: string, spans: readonly Span[]): void {
    const [key, value] = [annotationKey(threadId), { thread: threadId }];
    this.#set(spans.map((span) => ({ ...span, key, value })));
  }

  /** Takes a thread's mark away, inside of an edit: it does not come back by itself. */
  unmark(threadId: string): void {
    this.forget(threadId);
    const key = annotationKey(threadId);
    const spans = this.runsOf(threadId).flatMap(({ text, runs }) =>
      runs.map((run) => ({ ...spanOf(text, run), key, value: null })),
    );
    this.#set(spans);
  }

  /** An edit of the room's own in the texts: what it does to marks is meant. */
  asOwn(edit: () => void): void {
    this.#isOwn = true;
    try {
      edit();
    } finally {
      this.#isOwn = false;
    }
  }

  /** Now it is known which threads there are, with their quotes. */
  know(quotes: ReadonlyMap<string, string>): void {
    const foreign = this.standing().filter((id) => !quotes.has(id));
    const stray = [...this.#unchecked].flatMap((text) => strayIn(text));
    this.#unchecked.clear();
    this.#isKnown = true;
    if (foreign.length + stray.length > 0) {
      this.#options.edit(() => {
        for (const id of foreign) this.unmark(id);
        this.#set(stray);
      });
    }
    for (const [id, quote] of quotes) {
      if (!this.#textsOf.has(id)) this.#lost.lose(id, quote.split("\n"));
    }
  }

  /** Sweeps and lays again what the last change of a browser calls for. */
  mend(): void {
    if (this.#changed.size === 0) return;
    const changed = this.#changed;
    this.#changed = new Map();
    if (!this.#isKnown) {
      for (const text of changed.keys()) this.#unchecked.add(text);
      return;
    }
    const settings = [...changed].flatMap(([text, changes]) =>
      isThere(text) ? this.#settingsFor(text, changes) : [],
    );
    if (settings.length > 0) this.#options.edit(() => this.#set(settings));
  }

  #settingsFor(text: Y.XmlText, { threads, stray }: MarkChanges): Setting[] {
    const swept = stray.map((run) => ({ ...spanOf(text, run), key: run.key, value: null }));
    const ofThreads = [...threads].flatMap(([threadId, { fresh, typed, unmarked }]) => {
      const [key, value] = [annotationKey(threadId), { thread: threadId }];
      for (const words of typed) this.#lost.takeBack(threadId, words);
      const foreign = fresh.filter(({ words }) => !this.#lost.takeBack(threadId, words));
      return [
        ...foreign.map((run) => ({ ...spanOf(text, run), key, value: null })),
        ...unmarked.map((run) => ({ ...spanOf(text, run), key, value })),
      ];
    });
    return [...swept, ...ofThreads];
  }

  #set(settings: readonly Setting[]): void {
    this.asOwn(() => {
      this.#options.doc.transact(() => {
        for (const { text, index, length, key, value } of settings) {
          if (length > 0) text.format(index, length, { [key]: value });
        }
      });
    });
    for (const text of new Set(settings.map(({ text }) => text))) this.#look(text);
  }

  #onTransaction(transaction: Y.Transaction): void {
    const { changed, deleteSet } = transaction;
    if (this.#isOwn) {
      for (const type of changed.keys()) if (type instanceof Y.XmlText) this.#look(type);
      return;
    }
    const touched = this.#touchedBy(transaction, deleteSet.clients.size > 0);
    if (touched.size === 0) return;
    for (const text of touched) {
      const changes = markChanges(text, transaction);
      for (const [threadId, { lost }] of changes.threads) this.#lost.lose(threadId, lost);
      if (isThere(text)) this.#changed.set(text, changes);
      this.#look(text);
    }
    this.#options.onMoved();
  }

  #touchedBy(transaction: Y.Transaction, hasDeletions: boolean): Set<Y.XmlText> {
    const touched = new Set<Y.XmlText>();
    let isFormatted = false;
    let isElementChanged = false;
    for (const type of transaction.changed.keys()) {
      if (!(type instanceof Y.XmlText)) isElementChanged = true;
      else {
        isFormatted ||= type._hasFormatting;
        if (hasDeletions && this.#threadsIn.has(type)) touched.add(type);
      }
    }
    if (isElementChanged && hasDeletions) {
      for (const text of this.#threadsIn.keys()) if (!isThere(text)) touched.add(text);
    }
    if (isFormatted || isElementChanged) {
      for (const text of markedBy(transaction)) touched.add(text);
    }
    return touched;
  }

  /** Keeps which threads stand in a text. */
  #look(text: Y.XmlText): void {
    const found = new Set(isThere(text) ? marksIn(text).threads.keys() : []);
    for (const threadId of this.#threadsIn.get(text) ?? []) {
      if (found.has(threadId)) continue;
      const texts = this.#textsOf.get(threadId);
      texts?.delete(text);
      if (texts?.size === 0) this.#textsOf.delete(threadId);
    }
    for (const threadId of found) {
      const texts = this.#textsOf.get(threadId) ?? new Set();
      this.#textsOf.set(threadId, texts.add(text));
    }
    if (found.size > 0) this.#threadsIn.set(text, found);
    else this.#threadsIn.delete(text);
  }
}

/** The texts that a transaction gave formattings of notes. */
function* markedBy({ doc, beforeState, afterState }: Y.Transaction): Generator<Y.XmlText> {
  for (const [client, end] of afterState) {
    const start = beforeState.get(client) ?? 0;
    const structs = doc.store.clients.get(client);
    if (start >= end || !structs) continue;
    for (let at = Y.findIndexSS(structs, start); at < structs.length; at++) {
      const struct = structs[at];
      if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.XmlText)) continue;
      const { content } = struct;
      if (content instanceof Y.ContentFormat && isAnnotationKey(content.key)) yield struct.parent;
    }
  }
}

/** Marks that no thread could have. */
function strayIn(text: Y.XmlText): Setting[] {
  if (!isThere(text)) return [];
  return marksIn(text).stray.map((run) => ({ ...spanOf(text, run), key: run.key, value: null }));
}

function spanOf(text: Y.XmlText, { index, words }: MarkedRun): Span {
  return { text, index, length: words.length };
}

function isThere(text: Y.XmlText): boolean {
  return text._item !== null && !text._item.deleted;
}
