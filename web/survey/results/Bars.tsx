import { useSurveyMessages } from "../../messages/use-survey-messages.ts";

interface Props {
  caption: string;
  rows: readonly { id: string; text: string; count: number }[];
  /** How many answered: of several choices the shares add up to more than all. */
  of: number;
}

/** A table whose rows carry a bar each: a chart to the eye, a table to read aloud or to copy. */
export function Bars({ caption, rows, of }: Props) {
  const { results: words } = useSurveyMessages();
  return (
    <table className="bars">
      <caption className="only-read-aloud">{caption}</caption>
      <thead className="only-read-aloud">
        <tr>
          <th scope="col">{words.choice}</th>
          <th scope="col">{words.count}</th>
          <th scope="col">{words.share}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, text, count }) => {
          const share = of === 0 ? 0 : Math.round((100 * count) / of);
          return (
            <tr key={id}>
              <th scope="row">
                {text}
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect className="bar-track" width="100" height="10" rx="2" />
                  <rect className="bar" width={share} height="10" rx="2" />
                </svg>
              </th>
              <td>{count}</td>
              <td>{share}%</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
