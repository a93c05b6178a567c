import "../design/forms.css";
import "./paper.css";
import "./paper-table.css";
import "./paper-view.css";
import type { ReactNode } from "react";
import { Button } from "../design/Button.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { usePaperMessages } from "../messages/use-paper-messages.ts";
import { Kop } from "./Kop.tsx";
import { emblemOf, type LetterheadData } from "./letterhead-query.ts";
import { PaperWord } from "./PaperWord.tsx";
import { type PaperSize, paperSizes } from "./paper-size.ts";
import { usePageRule } from "./use-page-rule.ts";
import type { PaperWords } from "./word/word-parts.ts";

interface Props {
  /** What is printed, as the screen calls it. */
  name: string;
  forumId: string;
  letterhead: LetterheadData;
  size: PaperSize;
  onSize: (size: PaperSize) => void;
  /** Of every page, from the top. */
  foot?: readonly string[];
  /** What a person may fill in before it is printed. */
  fields?: ReactNode;
  /** The same as a Word file; left out where it can be taken elsewhere. */
  word?: () => PaperWords;
  children: ReactNode;
}

const sizes = (Object.keys(paperSizes) as PaperSize[]).map(
  (size) => [size, paperSizes[size].name] as const,
);
const noFoot: readonly string[] = [];

/** A paper as it will be printed, and above it what is chosen before. */
export function PaperPage(props: Props) {
  const { name, forumId, letterhead, size, onSize, foot = noFoot, fields, word, children } = props;
  const words = usePaperMessages();
  usePageRule(size, foot);
  return (
    <>
      <div className="paper-desk section">
        <h1>{words.printTitle(name)}</h1>
        <div className="paper-choices">
          <SelectField label={words.size} value={size} options={sizes} onChoose={onSize} />
        </div>
        {fields}
        <p className="small soft">{words.hint}</p>
        <div className="row">
          <Button weight="primary" size="large" icon="print" onClick={() => print()}>
            {words.print}
          </Button>
          {word && <PaperWord {...{ name, letterhead, size, foot }} make={word} />}
        </div>
      </div>
      <section className="paper-view" aria-label={words.preview}>
        <article className="paper" data-size={size} lang="id">
          <Kop lines={letterhead} emblem={emblemOf(forumId, letterhead)} />
          {children}
        </article>
      </section>
    </>
  );
}
