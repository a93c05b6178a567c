import "../design/forms.css";
import { type FormEvent, useState } from "react";
import { Button } from "../design/Button.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { villageName } from "../design/shown-name.ts";
import { TextField } from "../design/TextField.tsx";
import { useHistoryMessages } from "../messages/use-history-messages.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useAuthorWords } from "./author-words.ts";
import type { Desk } from "./HistoryDesk.tsx";
import type { TimelineFilter } from "./history-query.ts";
import { sectionName } from "./section-name.ts";

interface Props {
  desk: Desk;
  filter: TimelineFilter;
  onFilter: (filter: TimelineFilter) => void;
}

/** What of the timeline is wanted: by words, village, person, section and day. */
export function TimelineFilters({ desk, filter, onFilter }: Props) {
  const { filter: words } = useHistoryMessages();
  const { document, masks } = useMessages();
  const { fullName } = useAuthorWords();
  const [typed, setTyped] = useState({ from: filter.words, text: filter.words ?? "" });
  // Words that were selected in the text come from outside.
  if (typed.from !== filter.words) setTyped({ from: filter.words, text: filter.words ?? "" });
  const { data } = desk;
  const set = (name: keyof TimelineFilter) => (value: string) => {
    const { [name]: _, ...others } = filter;
    onFilter(value === "" ? others : { ...others, [name]: value });
  };
  const search = (event: FormEvent) => {
    event.preventDefault();
    set("words")(typed.text.trim());
  };
  const villages = new Map(
    data.authors.flatMap(({ village }) =>
      village ? [[village.id, villageName(village, masks)] as const] : [],
    ),
  );
  const people = data.seesPeople
    ? data.authors
        .filter(({ isRoom }) => !isRoom)
        .map((each) => [each.key, fullName(each)] as const)
    : [];
  const { words: _, ...others } = filter;
  const count = Object.keys(others).length;
  return (
    <div className="timeline-filters">
      <search>
        <form className="timeline-search" onSubmit={search}>
          <TextField
            label={words.words}
            type="search"
            value={typed.text}
            onText={(text) => {
              setTyped({ ...typed, text });
              if (text === "") set("words")("");
            }}
            maxLength={200}
          />
          <Button type="submit">{words.show}</Button>
        </form>
      </search>
      <details>
        <summary>{count > 0 ? words.active(count) : words.button}</summary>
        <div className="timeline-fields">
          <SelectField
            label={words.village}
            value={filter.village ?? ""}
            options={[["", words.everyVillage], ...villages]}
            onChoose={set("village")}
          />
          {people.length > 0 && (
            <SelectField
              label={words.person}
              value={filter.author ?? ""}
              options={[["", words.everyPerson], ...people]}
              onChoose={set("author")}
            />
          )}
          <SelectField
            label={words.section}
            value={filter.sectionId ?? ""}
            options={[
              ["", words.everySection],
              ...data.sections.map(
                ({ id }) => [id, sectionName(data.sections, id, document)] as const,
              ),
            ]}
            onChoose={set("sectionId")}
          />
          <TextField label={words.day} type="date" value={filter.day ?? ""} onText={set("day")} />
        </div>
      </details>
      {Object.keys(filter).length > 0 && (
        <Button weight="quiet" icon="close" onClick={() => onFilter({})}>
          {words.clear}
        </Button>
      )}
    </div>
  );
}
