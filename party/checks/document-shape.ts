import type { ContentMatch, NodeType } from "@tiptap/pm/model";
import { growingContainers } from "../../domain/document/containers.ts";
import { documentSchema } from "../../domain/document/schema.ts";

/** What the schema allows, asked with the names that Yjs elements carry. */

const children = new Map<string, ReadonlySet<string>>(
  Object.values(documentSchema.nodes).map((type) => [type.name, reachable(type.contentMatch)]),
);

/** Whether an element named `child` may stand in one named `parent`, wherever in it. */
export function childAllowed(parent: string, child: string): boolean {
  return child !== "text" && (children.get(parent)?.has(child) ?? false);
}

/** Whether text may stand directly in this element. */
export function textAllowed(nodeName: string): boolean {
  return children.get(nodeName)?.has("text") ?? false;
}

export function attributeAllowed(nodeName: string, key: string): boolean {
  return Object.hasOwn(documentSchema.nodes[nodeName]?.spec.attrs ?? {}, key);
}

export function isContainer(nodeName: string): boolean {
  return attributeAllowed(nodeName, "id");
}

/** Containers that people may add and remove. */
export function isGrowing(nodeName: string): boolean {
  return growingContainers.has(nodeName);
}

/** Whether an element with exactly these children is valid; text counts as `text`. */
export function contentAllowed(nodeName: string, childNames: readonly string[]): boolean {
  let match: ContentMatch | null = nodeType(nodeName)?.contentMatch ?? null;
  for (const name of childNames) {
    const type = nodeType(name);
    match = type ? (match?.matchType(type) ?? null) : null;
  }
  return match?.validEnd ?? false;
}

function nodeType(name: string): NodeType | undefined {
  return documentSchema.nodes[name];
}

function reachable(start: ContentMatch): Set<string> {
  const names = new Set<string>();
  const seen = new Set<ContentMatch>();
  const open = [start];
  for (let match = open.pop(); match; match = open.pop()) {
    if (seen.has(match)) continue;
    seen.add(match);
    for (let at = 0; at < match.edgeCount; at++) {
      const edge = match.edge(at);
      names.add(edge.type.name);
      open.push(edge.next);
    }
  }
  return names;
}
