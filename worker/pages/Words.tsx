/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { branchNames, fieldNames } from "../../domain/document/part-names.ts";
import type { ReadingNode } from "../../domain/document/reading-node.ts";
import { publicSectionNames } from "../../domain/publication/plain-sections.ts";
import { pageWords } from "./page-words.ts";

/** A published node and what stands in it; headings begin at `level`. */
export function Words({ node, level = 2 }: { node: ReadingNode; level?: number }): Child {
  if (node.type === "text") return <Text node={node} />;
  const { type, attrs = {}, content = [] } = node;
  const inside = (deeper = level) => content.map((child) => <Words node={child} level={deeper} />);
  switch (type) {
    case "section":
      return (
        <section>
          <h2>{nameIn(publicSectionNames, attrs.kind)}</h2>
          {inside(3)}
        </section>
      );
    case "lane":
      return (
        <div class="lane">
          <Heading level={level}>{String(attrs.name ?? pageWords.someVillage)}</Heading>
          {inside(level + 1)}
        </div>
      );
    case "branch":
    case "agendaItem":
      return (
        <div>
          <Heading level={level}>
            {type === "branch" ? nameIn(branchNames, attrs.kind) : String(attrs.title ?? "")}
          </Heading>
          {inside(level + 1)}
        </div>
      );
    case "agreement":
    case "followUp":
      return <div class="item">{inside()}</div>;
    case "field":
      return (
        <p>
          <strong>{nameIn(fieldNames, attrs.name)}:</strong> {inside()}
        </p>
      );
    case "heading":
      return <Heading level={level + (attrs.level === 4 ? 1 : 0)}>{inside()}</Heading>;
    case "paragraph":
      return <p>{inside()}</p>;
    case "blockquote":
      return <blockquote>{inside()}</blockquote>;
    case "bulletList":
    case "taskList":
      return <ul>{inside()}</ul>;
    case "orderedList":
      return <ol start={Number(attrs.start ?? 1)}>{inside()}</ol>;
    case "taskItem":
      return (
        <li>
          <strong>{attrs.checked === true ? pageWords.ticked : pageWords.unticked}</strong>
          {inside()}
        </li>
      );
    case "listItem":
      return <li>{inside()}</li>;
    case "hardBreak":
      return <br />;
    case "table":
      return (
        <section class="wide" aria-label={pageWords.table} tabindex={0}>
          <table>
            <tbody>{inside()}</tbody>
          </table>
        </section>
      );
    case "tableRow":
      return <tr>{inside()}</tr>;
    case "tableHeader":
    case "tableCell":
      return <Cell node={node}>{inside()}</Cell>;
    default:
      return <>{inside()}</>;
  }
}

function Cell({ node: { type, attrs = {} }, children }: { node: ReadingNode; children: Child }) {
  const spans = {
    ...(Number(attrs.colspan) > 1 && { colspan: Number(attrs.colspan) }),
    ...(Number(attrs.rowspan) > 1 && { rowspan: Number(attrs.rowspan) }),
  };
  return type === "tableHeader" ? <th {...spans}>{children}</th> : <td {...spans}>{children}</td>;
}

function Heading({ level, children }: { level: number; children: Child }) {
  if (level <= 3) return <h3>{children}</h3>;
  return level === 4 ? <h4>{children}</h4> : <h5>{children}</h5>;
}

function Text({ node: { text = "", marks = [] } }: { node: ReadingNode }): Child {
  return marks.reduce<Child>((inner, { type, attrs }) => {
    switch (type) {
      case "bold":
        return <strong>{inner}</strong>;
      case "italic":
        return <em>{inner}</em>;
      case "underline":
        return <u>{inner}</u>;
      case "strike":
        return <s>{inner}</s>;
      case "link":
        return (
          <a href={String((attrs as { href?: unknown })?.href)} rel="noopener noreferrer nofollow">
            {inner}
          </a>
        );
      default:
        return inner;
    }
  }, text);
}

function nameIn(names: Readonly<Record<string, string>>, kind: unknown): string {
  return names[String(kind)] ?? "";
}
