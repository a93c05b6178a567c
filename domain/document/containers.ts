import { Node } from "@tiptap/core";

/**
 * The containers of a document: nodes of their own with an id that the room issues, so that one
 * can be locked, compared or restored, and so that a village's lane can be closed to others.
 *
 * Their content is `block*`, never `block+`: two people who each delete one of two last paragraphs
 * would otherwise leave an invalid container, which every browser would then delete as a whole.
 */
function container(
  name: string,
  content: string,
  attributes: readonly string[],
  group?: string,
): Node {
  return Node.create({
    name,
    content,
    ...(group ? { group } : {}),
    isolating: true,
    defining: true,
    selectable: false,
    draggable: false,
    addAttributes() {
      return Object.fromEntries(
        ["id", ...attributes].map((attribute) => [
          attribute,
          {
            default: null,
            parseHTML: (element: { getAttribute(name: string): string | null }) =>
              element.getAttribute(`data-${attribute.toLowerCase()}`),
            renderHTML: (values: Record<string, unknown>) =>
              values[attribute] === null
                ? {}
                : { [`data-${attribute.toLowerCase()}`]: values[attribute] },
          },
        ]),
      );
    },
    parseHTML() {
      return [{ tag: `[data-container="${name}"]` }];
    },
    renderHTML({ HTMLAttributes }) {
      return ["div", { ...HTMLAttributes, "data-container": name }, 0];
    },
  });
}

/** A part of the document with a fixed heading; `kind` says which. */
export const Section = container("section", "(block | part)*", ["kind"]);

/** What only one village (and the keepers of the document) writes in; `village` is its id. */
export const Lane = container("lane", "block*", ["village"], "part");

/** One branch of the root causes; `kind` says which. */
export const Branch = container("branch", "block*", ["kind"], "part");

/** What was said to one item of the forum's agenda; `agendaItem` is its id. */
export const AgendaItem = container(
  "agendaItem",
  "(block | lane)*",
  ["agendaItem", "title"],
  "part",
);

/** What the room keeps right from the forum's own data, closed to people; `kind` says what. */
export const ForumData = container("forumData", "block*", ["kind"], "part");

export const Agreement = container("agreement", "block*", [], "part");

/** A promised step: fixed fields instead of a table's row, so that nobody can make it ragged. */
export const FollowUp = container("followUp", "field*", [], "part");

/** One labelled line, such as the title or a due date; `name` says which. */
export const Field = container("field", "text*", ["name"], "part");

export const containerExtensions = [
  Section,
  Lane,
  Branch,
  AgendaItem,
  ForumData,
  Agreement,
  FollowUp,
  Field,
];

/** Containers that people add and remove; all others are set by the room and stay. */
export const growingContainers: ReadonlySet<string> = new Set(["agreement", "followUp"]);

/** The fields of a follow-up, in the order of the printed form. */
export const followUpFields = ["activity", "responsible", "village", "dueDate", "output"] as const;

/** The fields of the minutes' head that the room keeps right from the forum, closed to people. */
export const forumFields = [
  "meeting",
  "date",
  "time",
  "place",
  "agenda",
  "chair",
  "recorder",
] as const;

/** What the room keeps right from the forum's data: nobody else writes there. */
export function isForumData(nodeName: string, fieldName: unknown, parentName: unknown): boolean {
  if (nodeName === "forumData") return true;
  return nodeName === "field" && parentName === "section" && closedFields.has(fieldName);
}

const closedFields: ReadonlySet<unknown> = new Set(forumFields);
