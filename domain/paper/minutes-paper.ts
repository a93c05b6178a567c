import type { ReadingNode } from "../document/reading-node.ts";
import { factsIn, type PaperNames, sectionOf, wordsPart } from "./containers-of.ts";
import { discussionForm } from "./discussion-form.ts";
import { agreementsList, followUpsForm } from "./follow-ups-form.ts";
import type { PaperPart } from "./paper-part.ts";

/** The headings of the form. Source: the NOTULA of Permendagri 1/2023. */
const headings = {
  chairs: "Pimpinan Sidang/Rapat",
  attendees: "Peserta Sidang/Rapat",
  activity: "Kegiatan Sidang/Rapat",
  opening: "1. Kata Pembukaan",
  discussion: "2. Pembahasan",
  conclusions: "3. Kesimpulan",
};

interface MinutesNames extends PaperNames {
  /** Who spoke for a village, as the column of speakers names them. */
  speaker: (villageId: string, villageName: string) => string;
}

/** The minutes in the order of the printed NOTULA, from below its title to above the signature. */
export function minutesPaper(reading: ReadingNode, names: MinutesNames): PaperPart[] {
  const section = (kind: string) => sectionOf(reading, kind);
  const titled = (kind: string) => names.sections[kind] ?? "";
  return [
    { kind: "facts", facts: factsIn(section("meeting"), names) },
    heading(1, headings.chairs),
    { kind: "facts", facts: factsIn(section("chairs"), names) },
    heading(1, headings.attendees),
    wordsPart(section("attendees").flatMap(unwrapped)),
    heading(1, headings.activity),
    heading(2, headings.opening),
    wordsPart(section("opening")),
    heading(2, headings.discussion),
    ...discussionForm(section("discussion"), names, names.speaker),
    heading(2, headings.conclusions),
    wordsPart(section("conclusions")),
    heading(1, titled("agreements")),
    ...agreementsList(section("agreements")),
    heading(1, titled("followUps")),
    ...followUpsForm(section("followUps"), names),
    heading(1, titled("closing")),
    wordsPart(section("closing")),
  ];
}

/** What the forum's own data wrote stands among what people wrote. */
function unwrapped(node: ReadingNode): ReadingNode[] {
  return node.type === "forumData" ? (node.content ?? []) : [node];
}

function heading(level: 1 | 2, text: string): PaperPart {
  return { kind: "heading", level, text };
}
