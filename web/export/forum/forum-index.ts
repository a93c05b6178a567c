import { htmlSafe } from "../../files/html-safe.ts";
import { forumExportId } from "../../messages/forum-export-id.ts";
import { formatDay, formatTimeRange } from "../../time.ts";
import { momentOf } from "../document-paper.ts";
import type { ForumData } from "./forum-data.ts";
import type { PlannedFile } from "./forum-plan.ts";

/** The ZIP's table of contents, which every browser opens without a network. */
export function forumIndex(
  { page: { forum } }: ForumData,
  files: readonly PlannedFile[],
  missing: ReadonlySet<string>,
  now: number,
): string {
  const { index: words } = forumExportId;
  const folders = Map.groupBy(files, ({ path }) => folderOf(path));
  const parts = [...folders].map(
    ([folder, own]) =>
      `<h2>${htmlSafe(words.folders[folder as keyof typeof words.folders] ?? folder)}</h2>
<ul>
${own.map((file) => item(file, missing)).join("\n")}
</ul>`,
  );
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${htmlSafe(forum.title)}</title>
<style>
body { font-family: system-ui, sans-serif; line-height: 1.5; max-width: 45rem; margin: 2rem auto; padding: 0 1rem; }
</style>
</head>
<body>
<h1>${htmlSafe(forum.title)}</h1>
<p>${htmlSafe([formatDay(forum.startsAt), formatTimeRange(forum.startsAt, forum.endsAt), forum.place].join(" · "))}</p>
<p>${htmlSafe(words.made(momentOf(now)))}</p>
${parts.join("\n")}
${missing.size > 0 ? `<h2>${htmlSafe(words.missing)}</h2>\n<p>${htmlSafe(words.missingHow)}</p>\n<ul>\n${[...missing].map((path) => `<li>${htmlSafe(path)}</li>`).join("\n")}\n</ul>` : ""}
<p>${htmlSafe(words.unnamed)}</p>
</body>
</html>
`;
}

function folderOf(path: string): string {
  const end = path.lastIndexOf("/");
  return end === -1 ? "" : path.slice(0, end);
}

function item({ path, name }: PlannedFile, missing: ReadonlySet<string>): string {
  const label = `${name} (${path.slice(path.lastIndexOf("/") + 1)})`;
  if (missing.has(path)) return `<li>${htmlSafe(label)}: ${forumExportId.index.notIn}</li>`;
  const address = path.split("/").map(encodeURIComponent).join("/");
  return `<li><a href="${htmlSafe(address)}">${htmlSafe(label)}</a></li>`;
}
