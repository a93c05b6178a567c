import "./citation.css";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { citationAddress } from "../../domain/document/citations.ts";
import { useLanguage } from "../messages/use-messages.ts";
import { useRegulationsMessages } from "../messages/use-regulations-messages.ts";
import { regulationsQuery } from "./regulations-query.ts";
import { standingWords } from "./standing-words.ts";

interface Props {
  regulationId: string;
  /** Whether its words end here, so that its standing is said once. */
  isEnd?: boolean;
  children?: ReactNode;
}

/** The words of a citation, and how the regulation stands now where it is not in force. */
export function Citation({ regulationId, isEnd = true, children }: Props) {
  const words = useRegulationsMessages();
  const [language] = useLanguage();
  const { data } = useQuery(regulationsQuery);
  const regulations = data?.regulations ?? [];
  const regulation = regulations.find(({ id }) => id === regulationId);
  const standing = regulation && standingWords(regulation, regulations, words, language);
  return (
    <>
      <a className="citation" href={citationAddress(regulationId)} target="_blank" rel="noreferrer">
        {children}
      </a>
      {isEnd && standing && <span className="citation-standing"> ({standing})</span>}
    </>
  );
}
