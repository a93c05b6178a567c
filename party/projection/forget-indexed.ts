import { wordsIn } from "../../domain/search/words.ts";
import { refreshThingsOf } from "../../worker/db/refresh-index.ts";
import { forgetWords } from "../../worker/db/search-index.ts";

/**
 * Brings what belongs to a document into the index as it reads since words were removed from it, and
 * forgets them for typing errors too. @throws what the database throws; it can be done again
 */
export async function forgetIndexed(
  d1: D1Database,
  documentId: string,
  words: readonly string[],
): Promise<void> {
  await refreshThingsOf(d1, documentId);
  await forgetWords(
    d1,
    words.flatMap((each) => [...wordsIn(each)]),
  );
}
