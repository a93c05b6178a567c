import { cleanLine, findVillage, foldWords, phoneDigits } from "./people-words.ts";

export const maxListRows = 500;
/** Of a name, a position or an office, in characters. */
export const maxWords = 120;

/** One line of a list as it was pasted or corrected; `line` counts from 1 as the person sees it. */
export interface ListRow {
  line: number;
  name: string;
  position: string;
  /** Village as typed: its name or its code. */
  village: string;
  office: string;
  phone: string;
}

export type RowProblem =
  | "name-missing"
  | "name-too-long"
  | "position-missing"
  | "position-too-long"
  | "place-missing"
  | "office-too-long"
  | "village-unknown"
  | "phone-wrong";

export interface ReadPerson {
  name: string;
  position: string;
  villageId: string | null;
  office: string | null;
  phone: string | null;
}

type Column = Exclude<keyof ListRow, "line">;

const headings: Record<Column, readonly string[]> = {
  name: ["nama", "nama lengkap", "nama peserta", "nama dan gelar", "name", "full name"],
  position: ["jabatan", "posisi", "position", "title", "role", "pekerjaan"],
  village: ["desa", "nama desa", "asal desa", "village", "kelurahan", "desa kelurahan", "asal"],
  office: ["instansi", "kantor", "lembaga", "unit kerja", "office", "organization"],
  phone: [
    "hp",
    "no hp",
    "nomor hp",
    "wa",
    "no wa",
    "nomor wa",
    "whatsapp",
    "no whatsapp",
    "nomor whatsapp",
    "telepon",
    "no telepon",
    "nomor telepon",
    "telp",
    "no telp",
    "phone",
    "mobile",
  ],
};
const order: readonly Column[] = ["name", "position", "village", "phone", "office"];

/**
 * The lines of a pasted table. Columns go by the words of its first line where that has a heading
 * for names, and otherwise by their place: name, position, village, phone, office; a first column
 * of numbers is passed over.
 */
export function readPeopleList(table: readonly (readonly string[])[]): ListRow[] {
  const lines = table
    .map((cells, index) => ({ line: index + 1, cells: cells.map(cleanLine) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const [first] = lines;
  if (first === undefined) return [];
  const named = first.cells.map(columnNamed);
  const hasHeadings = named.includes("name");
  const rows = hasHeadings ? lines.slice(1) : lines;
  const columns = hasHeadings ? named : columnsByPlace(rows.map(({ cells }) => cells));
  return rows.map(({ line, cells }) => {
    const cell = (column: Column) => cells[columns.indexOf(column)] ?? "";
    return {
      line,
      name: cell("name"),
      position: cell("position"),
      village: cell("village"),
      office: cell("office"),
      phone: cell("phone"),
    };
  });
}

/** The person that a line means, or the first thing that is wrong with it. */
export function readRow(
  row: Omit<ListRow, "line">,
  villages: readonly { id: string; name: string }[],
): ReadPerson | RowProblem {
  const [name, position] = [cleanLine(row.name), cleanLine(row.position)];
  const [typedVillage, office] = [cleanLine(row.village), cleanLine(row.office)];
  const phone = cleanLine(row.phone) === "" ? null : phoneDigits(row.phone);
  const village = findVillage(typedVillage, villages);
  if (!/\p{L}/u.test(name)) return "name-missing";
  if (name.length > maxWords) return "name-too-long";
  if (position === "") return "position-missing";
  if (position.length > maxWords) return "position-too-long";
  if (typedVillage !== "" && village === null) return "village-unknown";
  if (village === null && foldWords(office) === "") return "place-missing";
  if (office.length > maxWords) return "office-too-long";
  if (cleanLine(row.phone) !== "" && phone === null) return "phone-wrong";
  return {
    name,
    position,
    villageId: village?.id ?? null,
    office: village === null ? office : null,
    phone,
  };
}

function columnNamed(cell: string): Column | null {
  const folded = foldWords(cell);
  return order.find((column) => headings[column].includes(folded)) ?? firstWordOf(folded);
}

/** "No. HP/WA", "Nama (dengan gelar)", "HP (aktif)": the heading begins with one that is known. */
function firstWordOf(folded: string): Column | null {
  const words = folded.replace(/^(no|nomor) /u, "").split(" ");
  return order.find((column) => headings[column].some((known) => known === words[0])) ?? null;
}

function columnsByPlace(rows: readonly (readonly string[])[]): (Column | null)[] {
  const isNumbered = rows.every(([cell]) => /^\d{0,4}\.?\)?$/u.test(cell ?? ""));
  return isNumbered ? [null, ...order] : [...order];
}
