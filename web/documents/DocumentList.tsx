import "./DocumentList.css";
import type { DocumentCard } from "../home/home-query.ts";
import { useKeptPlaces } from "../home/use-kept-places.ts";
import { DocumentRow } from "./DocumentRow.tsx";

interface Props {
  documents: readonly DocumentCard[];
  showsForum: boolean;
}

export function DocumentList({ documents, showsForum }: Props) {
  return (
    <ul className="document-list">
      {useKeptPlaces(documents).map((document) => (
        <DocumentRow key={document.id} document={document} showsForum={showsForum} />
      ))}
    </ul>
  );
}
