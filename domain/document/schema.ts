import { getSchema } from "@tiptap/core";
import { Blockquote } from "@tiptap/extension-blockquote";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { Italic } from "@tiptap/extension-italic";
import { Link } from "@tiptap/extension-link";
import { BulletList, ListItem, OrderedList, TaskItem, TaskList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Strike } from "@tiptap/extension-strike";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { Text } from "@tiptap/extension-text";
import { Underline } from "@tiptap/extension-underline";
import { Annotation } from "./annotation.ts";
import { containerExtensions } from "./containers.ts";

/**
 * The version of the document's schema. It rises with every change of the nodes, marks or
 * attributes below; a browser with an older one never binds its editor (R8).
 */
export const schemaVersion = 2;

/** The Yjs fragment that holds the document. */
export const fragmentName = "document";

/** What a document may be made of. The editor adds its behaviour to these, never further nodes. */
export const documentExtensions = [
  Document.extend({ content: "section*" }),
  Paragraph,
  Text,
  HardBreak,
  Heading.configure({ levels: [3, 4] }),
  Blockquote,
  BulletList,
  OrderedList,
  ListItem,
  TaskList,
  TaskItem.configure({ nested: true }),
  Table,
  TableRow,
  TableCell,
  TableHeader,
  Bold,
  Italic,
  Underline,
  Strike,
  Link.configure({ openOnClick: false, autolink: false, protocols: ["http", "https", "mailto"] }),
  Annotation,
  ...containerExtensions,
];

export const documentSchema = getSchema(documentExtensions);
