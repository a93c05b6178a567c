import * as Y from "yjs";
import { forumFields } from "../../domain/document/containers.ts";
import { attendanceLines, headOf, removedTitle } from "../../domain/document/forum-words.ts";
import { fragmentName } from "../../domain/document/schema.ts";
import type { DocumentSource } from "../../domain/document/source.ts";
import { isFrozen } from "../../domain/statuses.ts";
import { addTextPlaces } from "../text-places.ts";
import { paragraphOf, saysTheSame, setLines, setText } from "./text-edits.ts";

interface Room {
  doc: Y.Doc;
  issueId: () => string;
  /** Whether everything in this block of text was written by the room. */
  isOwn: (block: Y.XmlElement) => boolean;
}

/**
 * Brings what a document shows of its forum to what the forum is now: head and attendance of the
 * minutes, a container for each item of the agenda, a lane for each village. Only what differs is
 * changed. Nothing that people wrote is moved, changed or removed: an item that was taken off the
 * agenda is named so and keeps its words, a village that is invited no more keeps its lanes, and
 * what is empty of them is hidden by the pages. To be called inside of a transaction.
 */
export function followForum(room: Room, source: DocumentSource): void {
  if (isFrozen(source.status)) return;
  const sections = room.doc
    .getXmlFragment(fragmentName)
    .toArray()
    .filter((node) => node instanceof Y.XmlElement);
  for (const section of sections) followInSection(room, section, source);
}

function followInSection(room: Room, section: Y.XmlElement, source: DocumentSource): void {
  switch (section.getAttribute("kind")) {
    case "meeting":
    case "chairs":
      return followHead(room, section, source);
    case "attendees":
      return followAttendance(room, section, source);
    case "discussion":
      return followAgenda(room, section, source);
    case "practices":
      return followVillages(room, section, source);
  }
}

function followHead(room: Room, section: Y.XmlElement, source: DocumentSource): void {
  const head = headOf(source);
  for (const field of childrenOf(section, "field")) {
    const name = forumFields.find((each) => each === field.getAttribute("name"));
    if (name === undefined) continue;
    // What people wrote before the forum could name somebody stays until it does.
    if (head[name] === "" && !room.isOwn(field)) continue;
    setText(field, head[name]);
  }
}

function followAttendance(room: Room, section: Y.XmlElement, source: DocumentSource): void {
  const lines = attendanceLines(source);
  const known = childrenOf(section, "forumData").find(
    (each) => each.getAttribute("kind") === "attendance",
  );
  if (known) return setLines(known, lines);
  const container = made(room, "forumData", { kind: "attendance" });
  section.insert(0, [container]);
  container.insert(0, lines.map(paragraphOf));
}

function followAgenda(room: Room, section: Y.XmlElement, source: DocumentSource): void {
  const byItem = new Map(
    childrenOf(section, "agendaItem").map((each) => [each.getAttribute("agendaItem"), each]),
  );
  for (const [id, container] of byItem) {
    const title = container.getAttribute("title") ?? "";
    const isPlanned = source.agenda.some((item) => item.id === id);
    if (!isPlanned) setTitle(container, removedTitle(title));
  }
  let before: Y.XmlElement | null = null;
  for (const { id, title } of source.agenda) {
    const known = byItem.get(id);
    const container: Y.XmlElement = known ?? made(room, "agendaItem", { agendaItem: id, title });
    if (!known) insertBehind(section, container, before, "agendaItem");
    setTitle(container, title);
    followVillages(room, container, source);
    before = container;
  }
}

function setTitle(container: Y.XmlElement, title: string): void {
  if (!saysTheSame(container.getAttribute("title") ?? "", title))
    container.setAttribute("title", title);
}

function followVillages(room: Room, parent: Y.XmlElement, source: DocumentSource): void {
  const byVillage = new Map(
    childrenOf(parent, "lane").map((lane) => [lane.getAttribute("village"), lane]),
  );
  let before: Y.XmlElement | null = null;
  for (const { id } of source.villages) {
    const known = byVillage.get(id);
    const lane: Y.XmlElement = known ?? made(room, "lane", { village: id });
    if (!known) {
      insertBehind(parent, lane, before, "lane");
      lane.insert(0, [new Y.XmlElement("paragraph")]);
      addTextPlaces(lane);
    }
    before = lane;
  }
}

/** Behind `before`; without one before the first of its name, or at the end. */
function insertBehind(
  parent: Y.XmlElement,
  container: Y.XmlElement,
  before: Y.XmlElement | null,
  name: string,
): void {
  const children = parent.toArray();
  const first = children.findIndex(
    (node) => node instanceof Y.XmlElement && node.nodeName === name,
  );
  const at = before ? children.indexOf(before) + 1 : first < 0 ? children.length : first;
  parent.insert(at, [container]);
}

function made(room: Room, name: string, attributes: Readonly<Record<string, string>>) {
  const element = new Y.XmlElement(name);
  for (const [key, value] of Object.entries({ id: room.issueId(), ...attributes })) {
    element.setAttribute(key, value);
  }
  return element;
}

function childrenOf(parent: Y.XmlElement, name: string): Y.XmlElement[] {
  return parent
    .toArray()
    .filter((node) => node instanceof Y.XmlElement)
    .filter((node) => node.nodeName === name);
}
