import { Table } from "@tiptap/extension-table";

/**
 * A table whose browser never repairs it. One person adds a column while another adds a row; if
 * every browser then evens out the table, each adds what all others add too.
 */
export const CalmTable = Table.extend({
  addProseMirrorPlugins() {
    const plugins = this.parent?.() ?? [];
    for (const plugin of plugins) delete plugin.spec.appendTransaction;
    return plugins;
  },
});
