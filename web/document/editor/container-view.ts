import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import type { NodeView } from "@tiptap/pm/view";
import { isForumData } from "../../../domain/document/containers.ts";
import { isRemovedTitle } from "../../../domain/document/forum-words.ts";
import { emptyFollowUp } from "../../../domain/document/templates.ts";
import type { VillageBadge } from "../../../party/room-person.ts";
import type { Messages } from "../../messages/use-messages.ts";
import { containerName } from "../container-name.ts";

export interface ContainerContext {
  words: Messages["document"];
  villages: readonly VillageBadge[];
  mayWriteIn: (villageId: string) => boolean;
  /** Why nobody, or not this person, writes in this container itself; null where they do. */
  closureOf: (node: Node, parent: Node | null) => Closure | null;
}

/** `lane`: another village's. `forum`: the room keeps it right. `lock`: while it is discussed. */
export type Closure = "lane" | "forum" | "lock";

/** Where further controls stand, which are fetched for who needs them. */
const slots: ReadonlySet<string> = new Set([
  "section",
  "agendaItem",
  "followUp",
  "village",
  "dueDate",
]);

/** A container as people see it: its name above, its content below, closed where it is closed. */
export class ContainerView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  readonly #editor: Editor;
  readonly #context: ContainerContext;
  readonly #getPosition: () => number | undefined;
  #node: Node;

  constructor(
    node: Node,
    editor: Editor,
    getPosition: () => number | undefined,
    context: ContainerContext,
  ) {
    this.#node = node;
    this.#editor = editor;
    this.#context = context;
    this.#getPosition = getPosition;
    const isSection = node.type.name === "section";
    this.dom = document.createElement(isSection ? "section" : "div");
    this.dom.dataset.container = node.type.name;
    if (isSection) this.dom.dataset.kind = String(node.attrs.kind);
    const name = this.#drawName(isSection ? "h2" : node.type.name === "field" ? "span" : "h3");
    this.contentDOM = document.createElement("div");
    this.contentDOM.className = "container-content";
    this.dom.append(name, this.contentDOM);
    this.#drawSlot();
    this.#closeForumData(name);
    this.#drawButtons();
    this.#reflect();
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    if (node.attrs.kind !== this.#node.attrs.kind) return false;
    if (node.attrs.village !== this.#node.attrs.village) return false;
    if (node.attrs.title !== this.#node.attrs.title) return false;
    if (node.attrs.name !== this.#node.attrs.name) return false;
    this.#node = node;
    this.#reflect();
    return true;
  }

  ignoreMutation(mutation: { target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(mutation.target);
  }

  stopEvent(event: Event): boolean {
    return (
      event.target instanceof HTMLElement &&
      event.target.closest("button, .container-slot") !== null
    );
  }

  /** What can change while the container stays: its id, and whether anything is in it. */
  #reflect(): void {
    this.dom.id = `c-${this.#node.attrs.id}`;
    this.dom.toggleAttribute("data-empty", this.#node.textContent.trim() === "");
    this.dom.toggleAttribute("data-removed", this.#isRemoved());
  }

  /** Taken off the agenda, or the lane of a village that is invited no more. */
  #isRemoved(): boolean {
    const { attrs, type } = this.#node;
    if (type.name === "agendaItem") return isRemovedTitle(String(attrs.title));
    return type.name === "lane" && !this.#context.villages.some(({ id }) => id === attrs.village);
  }

  #drawSlot(): void {
    const { attrs, type } = this.#node;
    const kind = type.name === "field" ? attrs.name : type.name;
    if (!slots.has(kind)) return;
    const slot = document.createElement("div");
    slot.className = "container-slot";
    slot.contentEditable = "false";
    slot.dataset.slot = kind;
    this.contentDOM.before(slot);
    if (type.name === "field") this.contentDOM.after(slot);
  }

  #closeForumData(name: HTMLElement): void {
    const { attrs, type } = this.#node;
    // No field of a follow-up has such a name.
    if (!isForumData(type.name, attrs.name, "section")) return;
    this.dom.contentEditable = "false";
    const note = document.createElement("span");
    note.className = "forum-note";
    note.textContent = this.#context.words.fromForum;
    name.append(" ", note);
  }

  #drawName(tag: string): HTMLElement {
    const { words, villages, mayWriteIn } = this.#context;
    const { attrs, type } = this.#node;
    const name = document.createElement(tag);
    name.className = "container-name";
    name.contentEditable = "false";
    if (type.name !== "lane") {
      name.textContent = containerName(type.name, attrs, words);
      return name;
    }
    const village = villages.find(({ id }) => id === attrs.village);
    const villageName = village?.name ?? words.formerVillage;
    this.dom.dataset.village = String(village?.colour ?? "");
    const badge = document.createElement("span");
    badge.className = "village-badge";
    const swatch = document.createElement("span");
    swatch.className = "village-swatch";
    badge.append(swatch, villageName);
    const note = document.createElement("span");
    note.className = "lane-note";
    const isOpen = mayWriteIn(attrs.village);
    note.textContent = isOpen ? words.laneOpen(villageName) : words.laneClosed(villageName);
    this.dom.toggleAttribute("data-closed", !isOpen);
    if (!isOpen) this.dom.contentEditable = "false";
    name.append(badge, note);
    return name;
  }

  #drawButtons(): void {
    const { words } = this.#context;
    const { kind } = this.#node.attrs;
    if (this.#node.type.name === "section" && kind === "followUps") {
      this.#addButton(words.addFollowUp, () => this.#append(emptyFollowUp()));
    }
    if (this.#node.type.name === "section" && kind === "agreements") {
      const paragraph = { type: "paragraph" };
      this.#addButton(words.addAgreement, () =>
        this.#append({ type: "agreement", content: [paragraph] }),
      );
    }
    if (this.#node.type.name === "followUp") {
      this.#addButton(words.removeFollowUp, () => this.#remove());
    }
    if (this.#node.type.name === "agreement") {
      this.#addButton(words.removeAgreement, () => this.#remove());
    }
  }

  #addButton(label: string, act: () => void): void {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "container-button";
    button.contentEditable = "false";
    button.textContent = label;
    button.addEventListener("click", act);
    this.dom.append(button);
  }

  #append(content: { type: string; content?: { type: string }[] }): void {
    const position = this.#getPosition();
    if (position === undefined) return;
    const end = position + this.#node.nodeSize - 1;
    this.#editor
      .chain()
      .insertContentAt(end, content)
      .focus(end + 2)
      .run();
  }

  #remove(): void {
    const from = this.#getPosition();
    if (from === undefined) return;
    this.#editor.commands.deleteRange({ from, to: from + this.#node.nodeSize });
  }
}
