import type { DocumentPageData } from "../document/document-query.ts";

/**
 * What of a document's page may stand on its paper. Paper is passed on: in an unnamed case it names
 * no village and nobody, also where it is printed by a facilitator, who sees the names.
 */
export function maskedOnPaper(data: DocumentPageData): DocumentPageData {
  if (!data.document.isUnnamed) return data;
  const villages = data.villages.map((village) =>
    "maskNumber" in village
      ? { id: village.id, number: village.maskNumber, colour: village.colour }
      : village,
  );
  const { signing, reviews = [] } = data;
  return {
    ...data,
    villages,
    otherVillages: [],
    reviews: reviews.map((review) => ({ ...review, by: null, position: null, office: null })),
    signing: signing && {
      ...signing,
      answers: signing.answers.flatMap((answer) => {
        const village = villages.find(({ id }) => id === answer.village.id);
        return village ? [{ ...answer, village, by: null }] : [];
      }),
      signOff: signing.signOff && { ...signing.signOff, by: null, position: null, office: null },
    },
  };
}
