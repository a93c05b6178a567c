import { movesEn } from "../messages/moves-en.ts";
import { movesId } from "../messages/moves-id.ts";
import { catalogue } from "../messages/use-messages.ts";

export const useMovesMessages = catalogue({ id: movesId, en: movesEn });
