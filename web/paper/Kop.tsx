import type { LetterheadLines } from "../../domain/letterhead.ts";
import { printId as words } from "../messages/print-id.ts";

interface Props {
  lines: LetterheadLines;
  /** The address of the picture of the coat of arms. */
  emblem: string | null;
}

/** The head of an office's paper, with its double rule. */
export function Kop({ lines, emblem }: Props) {
  return (
    <header className="kop" data-emblem={emblem !== null}>
      {emblem !== null && <img src={emblem} alt={words.emblem} />}
      <div>
        <p className="kop-government">{lines.government}</p>
        <p className="kop-office">{lines.office}</p>
        {lines.address !== "" && <p>{lines.address}</p>}
        {lines.contact !== "" && <p>{lines.contact}</p>}
      </div>
    </header>
  );
}
