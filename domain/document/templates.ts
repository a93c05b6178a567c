import { Node } from "@tiptap/pm/model";
import type { DocumentKind } from "../statuses.ts";
import { themeNames } from "../theme-names.ts";
import { followUpFields } from "./containers.ts";
import { attendanceLines, headOf } from "./forum-words.ts";
import { documentSchema } from "./schema.ts";
import type { DocumentSource } from "./source.ts";

interface NodeJson {
  type: string;
  attrs?: Record<string, unknown>;
  content?: NodeJson[];
  text?: string;
}

export const caseSections = [
  "identity",
  "situation",
  "problem",
  "causes",
  "regulations",
  "practices",
  "options",
  "recommendation",
  "followUps",
  "attachments",
] as const;

export const minutesSections = [
  "meeting",
  "chairs",
  "attendees",
  "opening",
  "discussion",
  "conclusions",
  "agreements",
  "followUps",
  "closing",
] as const;

export const moduleSections = [
  "subject",
  "goals",
  "regulations",
  "material",
  "questionsBefore",
  "questionsAfter",
] as const;

/** The branches under which root causes are sought. */
export const causeBranches = [
  "people",
  "regulation",
  "method",
  "facilities",
  "budget",
  "institution",
] as const;

export type SectionKind =
  | (typeof caseSections)[number]
  | (typeof minutesSections)[number]
  | (typeof moduleSections)[number];
export type CauseBranch = (typeof causeBranches)[number];

const sectionsOf: Record<DocumentKind, readonly SectionKind[]> = {
  case: caseSections,
  minutes: minutesSections,
  module: moduleSections,
};

/**
 * A new document, valid against the schema, every container with an id from `nextId`.
 * The case and the module follow the programme's outline, the minutes the form of Permendagri 1/2023.
 */
export function createTemplate(source: DocumentSource, nextId: () => string): Node {
  const json: NodeJson = {
    type: "doc",
    content: sectionsOf[source.kind].map((kind) => ({
      type: "section",
      attrs: { kind },
      content: sectionContent(kind, source),
    })),
  };
  issueIds(json, nextId);
  const document = Node.fromJSON(documentSchema, json);
  document.check();
  return document;
}

function sectionContent(kind: SectionKind, source: DocumentSource): NodeJson[] {
  switch (kind) {
    case "identity":
      return [
        field("title", source.title),
        field("theme", themeNames[source.theme]),
        field("fiscalYear", String(source.fiscalYear)),
      ];
    case "subject":
      return [field("title", source.title), field("theme", themeNames[source.theme])];
    case "causes":
      return causeBranches.map((branch) => ({
        type: "branch",
        attrs: { kind: branch },
        content: [emptyParagraph()],
      }));
    case "practices":
      return lanes(source);
    case "meeting": {
      const { meeting, date, time, place, agenda } = headOf(source);
      return [
        field("meeting", meeting),
        field("date", date),
        field("invitationLetter", ""),
        field("time", time),
        field("place", place),
        field("agenda", agenda),
      ];
    }
    case "chairs": {
      const { chair, recorder } = headOf(source);
      return [field("chair", chair), field("secretary", ""), field("recorder", recorder)];
    }
    case "attendees":
      return [
        {
          type: "forumData",
          attrs: { kind: "attendance" },
          content: attendanceLines(source).map(paragraph),
        },
        emptyParagraph(),
      ];
    case "discussion":
      return source.agenda.map((item) => ({
        type: "agendaItem",
        attrs: { agendaItem: item.id, title: item.title },
        content: lanes(source),
      }));
    case "agreements":
      return [{ type: "agreement", content: [emptyParagraph()] }];
    case "followUps":
      return [emptyFollowUp()];
    case "goals":
    case "material":
    case "questionsBefore":
    case "questionsAfter":
    case "situation":
    case "problem":
    case "regulations":
    case "options":
    case "recommendation":
    case "attachments":
    case "opening":
    case "conclusions":
    case "closing":
      return [emptyParagraph()];
  }
}

/** A follow-up with all its fields, as it is added by a button; ids are issued by the room. */
export function emptyFollowUp(): NodeJson {
  return { type: "followUp", content: followUpFields.map((name) => field(name, "")) };
}

function lanes(source: DocumentSource): NodeJson[] {
  return source.villages.map((village) => ({
    type: "lane",
    attrs: { village: village.id },
    content: [emptyParagraph()],
  }));
}

function field(name: string, value: string): NodeJson {
  return {
    type: "field",
    attrs: { name },
    ...(value === "" ? {} : { content: [{ type: "text", text: value }] }),
  };
}

function paragraph(text: string): NodeJson {
  return { type: "paragraph", content: [{ type: "text", text }] };
}

function emptyParagraph(): NodeJson {
  return { type: "paragraph" };
}

function issueIds(node: NodeJson, nextId: () => string): void {
  if ("id" in (documentSchema.nodes[node.type]?.spec.attrs ?? {})) {
    node.attrs = { ...node.attrs, id: nextId() };
  }
  for (const child of node.content ?? []) issueIds(child, nextId);
}
