import type { ReadingNode } from "../../domain/document/reading-node.ts";
import { casePaper } from "../../domain/paper/case-paper.ts";
import type { PaperNames } from "../../domain/paper/containers-of.ts";
import { minutesPaper } from "../../domain/paper/minutes-paper.ts";
import type { PaperPart } from "../../domain/paper/paper-part.ts";
import { named } from "../design/shown-name.ts";
import type { DocumentPageData } from "../document/document-query.ts";
import type { ForumPageData } from "../forums/forum-query.ts";
import { id as messages } from "../messages/id.ts";
import { representativeOf } from "./forum-signatories.ts";

/** The parts of a document of a forum, as its paper has them. */
export function documentParts(
  data: DocumentPageData,
  forum: ForumPageData,
  reading: ReadingNode,
): PaperPart[] {
  const names = namesOf(data);
  if (data.document.kind === "case") return casePaper(reading, names);
  return minutesPaper(reading, {
    ...names,
    // Behind masks nobody is named on paper either.
    speaker: (villageId, villageName) => {
      const village = forum.villages.find(({ id }) => id === villageId);
      const person = village && !data.document.isUnnamed ? representativeOf(village) : null;
      return person === null ? villageName : `${person.name}, ${villageName}`;
    },
  });
}

function namesOf({ villages, otherVillages = [] }: DocumentPageData): PaperNames {
  const { sections, branches, fields, formerVillage } = messages.document;
  const shown = named([...villages, ...otherVillages], messages.masks);
  return {
    ...{ sections, branches, fields, formerVillage },
    village: (id) => shown.find((village) => village.id === id)?.name ?? null,
  };
}
