/** Something the person at the keyboard can mend: shown as one sentence in each language. */
export class Failure extends Error {
  readonly id: string;
  readonly en: string;

  constructor(id: string, en: string, options?: ErrorOptions) {
    super(en, options);
    this.name = "Failure";
    this.id = id;
    this.en = en;
  }
}

/** Runs a command's main function; a `Failure` becomes its sentence and exit code 1, no stack. */
export async function runCommand(main: () => Promise<number | undefined>): Promise<void> {
  try {
    const code = await main();
    if (code !== undefined) process.exitCode = code;
  } catch (error) {
    const failure = error instanceof Failure ? error : fileFailure(error);
    if (failure === null) throw error;
    console.error(`${failure.id}\n${failure.en}`);
    process.exitCode = 1;
  }
}

/** The sentence for what the file system refused, or null when the error is of another kind. */
export function fileFailure(error: unknown): Failure | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  const path = "path" in error && typeof error.path === "string" ? error.path : process.cwd();
  switch (error.code) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new Failure(
        `Tidak ada izin menulis di ${path}: jalankan sebagai pemilik map itu.`,
        `There is no permission to write at ${path}: run this as the owner of that folder.`,
        { cause: error },
      );
    case "ENOSPC":
      return new Failure(
        "Disk penuh: kosongkan ruang, lalu mulai lagi.",
        "The disk is full: free some space, then start again.",
        { cause: error },
      );
    default:
      return null;
  }
}
