import * as Y from "yjs";
import { fragmentName } from "../../domain/document/schema.ts";
import { settingsAt, valuesOf } from "./attributes-at.ts";
import { compareText, type Moments, needsPause, type Steps } from "./compare-text.ts";
import type { ComparedNode, ComparedText, Comparison, Values } from "./history-view.ts";
import { childItems, typeOf } from "./kept-items.ts";
import { OriginRuns } from "./origin-runs.ts";
import { isThereAt } from "./reading-at.ts";
import type { Life, Replay } from "./replay.ts";

/** To read an element's settings takes as long as so many pieces of text. */
const piecesPerElement = 40;

/** The room gives containers their ids, a moment after they came: that is no change of content. */
const silentAttributes: ReadonlySet<string> = new Set(["id"]);

/**
 * Lays two moments of a document over each other, with who wrote, inserted, deleted and changed each
 * part of it. Neighbouring letters of one author within five minutes are one run; marks of
 * annotations are no content.
 * @param from the older place, at least 0
 * @param to the newer place, at most the replay's last; the same for one moment alone
 */
export function compare(replay: Replay, from: number, to: number): Comparison {
  const steps = compareInSteps(replay, from, to);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** As `compare`, with pauses in which the replay may grow. */
export function* compareInSteps(replay: Replay, from: number, to: number): Steps<Comparison> {
  const origins = new OriginRuns(replay.entries);
  const fragment = replay.doc.getXmlFragment(fragmentName);
  const moments = { replay, from, to, origins, visited: 0 };
  const content = yield* compareChildren(moments, fragment, Number.POSITIVE_INFINITY);
  const nodes = content.filter((part) => "type" in part);
  return { from, to, origins: origins.list, content: nodes, ...countLetters(nodes) };
}

function* compareChildren(
  moments: Moments,
  parent: Y.XmlFragment | Y.XmlElement,
  goneAt: number,
): Steps<(ComparedNode | ComparedText)[]> {
  const { replay, from, to } = moments;
  const content: (ComparedNode | ComparedText)[] = [];
  for (const item of childItems(parent)) {
    moments.visited++;
    if (needsPause(moments)) yield;
    const type = typeOf(item);
    if (!type) continue;
    const { insertedAt, deletedAt } = replay.life(item.id.client, item.id.clock);
    const life = { insertedAt, deletedAt: Math.min(deletedAt, goneAt) };
    if (!isThereAt(life, from) && !isThereAt(life, to)) continue;
    if (type instanceof Y.XmlElement) {
      moments.visited += piecesPerElement;
      content.push(yield* compareNode(moments, type, life));
    } else content.push(...(yield* compareText(moments, type, life.deletedAt)));
  }
  return content;
}

function* compareNode(moments: Moments, element: Y.XmlElement, life: Life): Steps<ComparedNode> {
  const { replay, from, to, origins } = moments;
  const [wasThere, isThere] = [isThereAt(life, from), isThereAt(life, to)];
  const numberOf = (place: number) => origins.numberOf(origins.of(place));
  const writtenBy = numberOf(life.insertedAt);
  return {
    type: element.nodeName,
    ...(wasThere && isThere
      ? changedAttributes(moments, element)
      : { attrs: valuesOf(settingsAt(replay, element, isThere ? to : from)) }),
    writtenBy,
    ...(wasThere ? {} : { insertedBy: writtenBy }),
    ...(isThere ? {} : { deletedBy: numberOf(life.deletedAt) }),
    content: yield* compareChildren(moments, element, life.deletedAt),
  };
}

function changedAttributes(
  { replay, from, to, origins }: Moments,
  element: Y.XmlElement,
): { attrs: Values; attrsBefore?: Values; changedBy?: number } {
  const after = settingsAt(replay, element, to);
  if (from === to) return { attrs: valuesOf(after) };
  const before = settingsAt(replay, element, from);
  const changes = [...after].flatMap(([key, { value, since }]) => {
    const isSame = JSON.stringify(before.get(key)?.value) === JSON.stringify(value);
    return isSame || silentAttributes.has(key) ? [] : [since];
  });
  if (changes.length === 0) return { attrs: valuesOf(after) };
  const changedBy = origins.numberOf(origins.of(Math.max(...changes)));
  return { attrs: valuesOf(after), attrsBefore: valuesOf(before), changedBy };
}

function countLetters(nodes: readonly (ComparedNode | ComparedText)[]): {
  inserted: number;
  deleted: number;
} {
  const sum = { inserted: 0, deleted: 0 };
  for (const node of nodes) {
    if ("text" in node) {
      if (node.insertedBy !== undefined) sum.inserted += node.text.length;
      if (node.deletedBy !== undefined) sum.deleted += node.text.length;
    } else {
      const { inserted, deleted } = countLetters(node.content);
      sum.inserted += inserted;
      sum.deleted += deleted;
    }
  }
  return sum;
}
