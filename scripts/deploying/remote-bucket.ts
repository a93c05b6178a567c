import { Failure } from "../failure.ts";
import { runTool } from "../run-tool.ts";

export const bucketName = "sinau-bareng-files";

/** @throws {Failure} when the account has no R2, which has to be switched on by hand */
export async function ensureRemoteBucket(): Promise<void> {
  const found = await runTool("wrangler", ["r2", "bucket", "info", bucketName]);
  if (found.exitCode === 0) return;
  // Near its users: Asia and the Pacific.
  const made = await runTool("wrangler", [
    "r2",
    "bucket",
    "create",
    bucketName,
    "--location=apac",
    "--update-config=false",
  ]);
  if (made.exitCode === 0) return;
  throw new Failure(
    `Bucket R2 "${bucketName}" tidak dapat dibuat: aktifkan R2 di akun Cloudflare, atau pasang tanpa --with-files.\n${made.output.trim()}`,
    `The R2 bucket "${bucketName}" could not be created: switch R2 on in the Cloudflare account, or deploy without --with-files.`,
  );
}
