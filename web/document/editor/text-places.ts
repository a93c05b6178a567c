import { Extension } from "@tiptap/core";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { addTextPlaces } from "../../../party/text-places.ts";

/** A paragraph that this person makes is ready for several people to type into at once. */
export const TextPlaces = Extension.create<{ doc: Y.Doc | null }, { stop: () => void }>({
  name: "textPlaces",
  addOptions() {
    return { doc: null };
  },
  addStorage() {
    return { stop: () => {} };
  },
  onBeforeCreate() {
    const { doc } = this.options;
    const prepare = (transaction: Y.Transaction) => {
      if (transaction.origin !== ySyncPluginKey) return;
      const changed = [...transaction.changed.keys()].filter(
        (type) => type instanceof Y.XmlElement && !type._item?.deleted,
      );
      if (changed.length > 0) doc?.transact(() => changed.forEach(prepareElement), this.name);
    };
    doc?.on("afterTransaction", prepare);
    this.storage.stop = () => doc?.off("afterTransaction", prepare);
  },
  onDestroy() {
    this.storage.stop();
  },
});

function prepareElement(type: unknown): void {
  if (type instanceof Y.XmlElement) addTextPlaces(type);
}
