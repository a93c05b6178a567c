import "../design/states.css";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";
import { formatForumTime } from "../time.ts";
import type { ForumPageData } from "./forum-query.ts";
import type { Settings } from "./settings.ts";

interface Props {
  changes: Partial<Settings>;
  data: ForumPageData;
}

/** What somebody else saved while this form was being filled in, in words. */
export function ChangedMeanwhile({ changes, data }: Props) {
  const { forum: words } = usePrepareMessages();
  const messages = useMessages();
  const [language] = useLanguage();
  const { forums, themes, forumStages } = messages;
  const people = [...data.officials, ...data.villages.flatMap((village) => village.people)];
  const nameOf = (id: string | null, nobody: string) =>
    people.find((person) => person.id === id)?.name ?? nobody;
  const lines: [string, string][] = [];
  const { title, theme, stage, startsAt, endsAt, place } = changes;
  if (title !== undefined) lines.push([words.title, title]);
  if (startsAt !== undefined || endsAt !== undefined) {
    lines.push([forums.time, formatForumTime({ ...data.forum, ...changes }, messages, language)]);
  }
  if (place !== undefined) lines.push([forums.place, place]);
  if (theme !== undefined) lines.push([forums.theme, themes[theme]]);
  if (stage !== undefined) lines.push([forums.stage, forumStages[stage]]);
  if (changes.chairPersonId !== undefined) {
    lines.push([words.chair, nameOf(changes.chairPersonId, words.noChair)]);
  }
  if (changes.leaderPersonId !== undefined) {
    lines.push([words.leader, nameOf(changes.leaderPersonId, words.noLeader)]);
  }
  if (changes.lanesAreOpen !== undefined) {
    lines.push([words.lanesAreOpen, changes.lanesAreOpen ? words.yes : words.no]);
  }
  return (
    <div role="alert" className="state" data-kind="error">
      <div className="state-words">
        <p>{words.meanwhile}</p>
        <ul>
          {lines.map(([field, value]) => (
            <li key={field}>{words.now(field, value)}</li>
          ))}
        </ul>
        <p>{words.yourWords}</p>
      </div>
    </div>
  );
}
