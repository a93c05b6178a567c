const longest = 80;

/** What every file system takes, and a person still reads: "notulen-menyusun-apbdes-2027.docx". */
export function fileName(title: string, ending: string): string {
  const letters = title
    .normalize("NFKD")
    .replaceAll(/[^a-zA-Z0-9]+/g, "-")
    .slice(0, longest)
    .replaceAll(/^-|-$/g, "")
    .toLowerCase();
  return `${letters || "dokumen"}.${ending}`;
}
