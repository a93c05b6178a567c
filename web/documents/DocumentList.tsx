import "./DocumentList.css";
import { MoreOfList } from "../design/MoreOfList.tsx";
import type { DocumentCard } from "../home/home-query.ts";
import { useKeptPlaces } from "../home/use-kept-places.ts";
import { useMessages } from "../messages/use-messages.ts";
import { DocumentRow } from "./DocumentRow.tsx";

interface Props {
  documents: readonly DocumentCard[];
  showsForum: boolean;
  /** How many stay in sight; all where it is left out. */
  shown?: number;
}

export function DocumentList({ documents, showsForum, shown }: Props) {
  const { more } = useMessages();
  return (
    <MoreOfList shown={shown} more={more}>
      {useKeptPlaces(documents).map((document) => (
        <DocumentRow key={document.id} document={document} showsForum={showsForum} />
      ))}
    </MoreOfList>
  );
}
