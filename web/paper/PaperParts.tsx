import {
  type PaperCell,
  type PaperFact,
  type PaperForm,
  type PaperPart,
  wordsOf,
} from "../../domain/paper/paper-part.ts";
import { formFit } from "../../domain/paper/table-fit.ts";
import { PaperWords } from "./PaperWords.tsx";
import { type PaperSize, wordsWidthMm } from "./paper-size.ts";

interface Props {
  parts: readonly PaperPart[];
  size: PaperSize;
}

/** A paper's parts in their order. They never move, so that their places are their keys. */
export function PaperParts({ parts, size }: Props) {
  return parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Part key={at} part={part} size={size} />
  ));
}

function Part({ part, size }: { part: PaperPart; size: PaperSize }) {
  const widthMm = wordsWidthMm(size);
  switch (part.kind) {
    case "heading":
      return part.level === 1 ? <h2>{part.text}</h2> : <h3>{part.text}</h3>;
    case "facts":
      return <Facts facts={part.facts} />;
    case "words":
      return (
        <div className="paper-words">
          <PaperWords
            content={part.content}
            widthMm={widthMm}
            turnedMm={wordsWidthMm(size, true)}
          />
        </div>
      );
    case "list":
      return (
        <ol className="paper-words">
          {part.items.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={at}>
              <PaperWords content={item} widthMm={widthMm - 8} />
            </li>
          ))}
        </ol>
      );
    case "form":
      return <Form form={part} widthMm={widthMm} />;
    case "blank":
      return <div className="blank-line" />;
  }
}

/** Labelled lines; where nothing is known there is a line to write on. */
export function Facts({ facts }: { facts: readonly PaperFact[] }) {
  return (
    <dl className="paper-facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === "" ? <span className="blank-line" /> : value}</dd>
        </div>
      ))}
    </dl>
  );
}

const longRowLetters = 500;

function Form({ form, widthMm }: { form: PaperForm; widthMm: number }) {
  const { step, widths } = formFit(form, widthMm);
  return (
    <table className="paper-table" data-step={step} data-form={form.form}>
      <colgroup>
        {form.columns.map((name, column) => (
          <col key={name} width={`${widths[column]}%`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {form.columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {form.rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <tr key={at} data-long={lettersOf(row) > longRowLetters}>
            {row.map((cell, column) => (
              <td key={form.columns[column]}>
                <CellWords cell={cell} widthMm={(widthMm * (widths[column] ?? 0)) / 100 - 2.4} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CellWords({ cell, widthMm }: { cell: PaperCell; widthMm: number }) {
  return typeof cell === "string" ? cell : <PaperWords content={cell} widthMm={widthMm} />;
}

function lettersOf(row: readonly PaperCell[]): number {
  const words = row.flatMap((cell) => (typeof cell === "string" ? [cell] : cell.map(wordsOf)));
  return words.join("").length;
}
