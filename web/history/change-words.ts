import type { ComparedNode } from "../../party/history/history-view.ts";
import type { ShownVillage } from "../../party/masks/shown-person.ts";
import { villageName } from "../design/shown-name.ts";
import { containerName } from "../document/container-name.ts";
import type { historyId } from "../messages/history-id.ts";
import type { Messages } from "../messages/use-messages.ts";
import type { Change, Setting } from "./find-changes.ts";

type Words = typeof historyId;

/** "menambahkan", "mencentang": what was done, without its object. */
export function describeVerb({ kind, settings }: Change, { kinds }: Words): string {
  const [first] = settings;
  if (kind !== "changed" || settings.length !== 1 || first?.name !== "checked") return kinds[kind];
  return first.now === true ? kinds.ticked : kinds.unticked;
}

/** "tebal dipasang, tingkat judul diubah"; nothing where a verb says it all. */
export function describeSettings({ kind, settings }: Change, { settings: words }: Words): string {
  if (kind !== "changed") return "";
  const said = settings.filter(({ name }) => name !== "checked").map((each) => say(each, words));
  return [...new Set(said)].join(", ");
}

function say({ name, before, now }: Setting, words: Words["settings"]): string {
  const known = name in words ? words[name as keyof typeof words] : words.other;
  const thing = typeof known === "string" ? known : words.other;
  if (isUnset(before)) return words.on(thing);
  return isUnset(now) ? words.off(thing) : words.changed(thing);
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === null;
}

/** "Praktik desa lain · Desa Contoh A": where in the document. */
export function describePlace(
  path: readonly ComparedNode[],
  villages: readonly ShownVillage[],
  { document, masks }: Pick<Messages, "document" | "masks">,
): string {
  const names = path.map(({ type, attrs }) => {
    if (type !== "lane") return containerName(type, attrs, document);
    const village = villages.find(({ id }) => id === attrs.village);
    return village ? villageName(village, masks) : document.formerVillage;
  });
  return names.filter((name) => name !== "").join(" · ");
}
