import { HocuspocusProvider } from "@hocuspocus/provider";

/** Joins with Hocuspocus' own provider. */
export function join({ url, document }) {
  const provider = new HocuspocusProvider({ url, name: document });
  return {
    doc: provider.document,
    isReady: () => provider.isSynced,
    unsaved: () => provider.unsyncedChanges,
    close: () => provider.destroy(),
  };
}
