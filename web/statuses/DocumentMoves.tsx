import { api, requireOk } from "../api.ts";
import type { DocumentPageData } from "../document/document-query.ts";
import { StatusMoves } from "./StatusMoves.tsx";

/** Loaded for those alone who may move the document on. */
export default function DocumentMoves({ document, moves }: DocumentPageData) {
  return (
    <StatusMoves
      moves={moves}
      steps={(words) => words.document}
      isEnding={(to) => to === "withdrawn"}
      onMove={(to) =>
        requireOk(
          api.documents[":documentId"].status.$put({
            param: { documentId: document.id },
            json: { to },
          }),
        )
      }
    />
  );
}
