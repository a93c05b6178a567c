import { AlignmentType, type INumberingOptions, LevelFormat } from "docx";

type Of = "bullets" | "numbers" | "tasks";
type Config = INumberingOptions["config"][number];

export interface ListPlace {
  numbering: { reference: string; level: number };
  /** Of what stands below the item's first line, in twips. */
  indent: number;
}

const step = 425;
const bullets = ["•", "–", "▪"];

/** Each list is a numbering of its own, so that it begins with its own first number. */
export class ListNumbering {
  readonly #lists: Config[] = [];

  begin(of: Of, start: number, depth: number, indent: number): ListPlace {
    const reference = `list-${this.#lists.length + 1}`;
    const left = indent + step;
    this.#lists.push({
      reference,
      levels: [
        {
          level: 0,
          ...markerOf(of, depth),
          start,
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left, hanging: step } } },
        },
      ],
    });
    return { numbering: { reference, level: 0 }, indent: left };
  }

  config(): Config[] {
    return this.#lists;
  }
}

function markerOf(of: Of, depth: number) {
  // Letters for a list in a list, as offices number.
  if (of === "numbers") {
    return depth % 2 === 0
      ? { format: LevelFormat.DECIMAL, text: "%1." }
      : { format: LevelFormat.LOWER_LETTER, text: "%1." };
  }
  // A task bears its box in its own words.
  if (of === "tasks") return { format: LevelFormat.NONE, text: "" };
  return { format: LevelFormat.BULLET, text: bullets[depth % bullets.length] ?? "•" };
}
