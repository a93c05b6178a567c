import { type Context, Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { z } from "zod";
import { malformed } from "../../domain/refusals.ts";
import { addAttachment, readAttachment, takeAttachment } from "../actions/attachments.ts";
import { type GivenFile, readFile } from "../actions/given-file.ts";
import type { SignedInEnv } from "./api-env.ts";
import { browserId } from "./browser-id.ts";

const subjectQuery = z.object({
  id: browserId,
  subjectKind: z.enum(["attendance", "followUp", "module"]),
  subjectId: z.string().min(1).max(100),
});

/** Under a forum. */
export const forumAttachmentRoutes = new Hono<SignedInEnv>().post(
  "/:forumId/attachments",
  async (c) => {
    const subject = subjectQuery.safeParse(c.req.query());
    if (!subject.success) throw malformed();
    const { id, ...beside } = subject.data;
    const added = await addAttachment(
      c.env,
      c.var.me,
      { forumId: c.req.param("forumId"), ...beside },
      givenFileOf(c, id),
      Date.now(),
    );
    return c.json(added, 201);
  },
);

export const attachmentRoutes = new Hono<SignedInEnv>()
  .get("/:attachmentId", async (c) => {
    const { row } = await readAttachment(c.env, c.var.me, c.req.param("attachmentId"), Date.now());
    return handOut(c, row);
  })
  .delete("/:attachmentId", async (c) => {
    await takeAttachment(c.env, c.var.me, c.req.param("attachmentId"), Date.now());
    return c.body(null, 204);
  });

/** The body is the file itself, its name in a header, for addresses are logged. */
export function givenFileOf(c: Context<SignedInEnv>, id: string): GivenFile {
  return {
    id,
    name: decoded(c.req.header("x-file-name") ?? ""),
    statedType: c.req.header("content-type") ?? "",
    bytes: () => c.req.arrayBuffer(),
  };
}

interface HandedOut {
  id: string;
  name: string;
  contentType: string;
  sizeBytes: number;
  sha256: string;
}

/** As an attachment, or the word that the browser's own is still right. */
export async function handOut(c: Context<SignedInEnv>, row: HandedOut) {
  const etag = `"${row.sha256}"`;
  if (c.req.header("if-none-match") === etag) return c.body(null, 304, { etag });
  return c.body(await readFile(c.env, row.id), 200, {
    etag,
    "content-type": row.contentType,
    "content-length": `${row.sizeBytes}`,
    "content-disposition": disposition(row.name),
  });
}

/**
 * Outside of what hardens every answer, which would have its way otherwise: a file is kept by the
 * browser, and asked for anew each time, since the next person may not see it.
 */
export const hardenFiles = createMiddleware(async (c, next) => {
  await next();
  c.res.headers.set("content-security-policy", "default-src 'none'; sandbox");
  if (c.res.ok || c.res.status === 304) c.res.headers.set("cache-control", "private, no-cache");
});

/** RFC 6266 and 5987: ASCII for old browsers, the name itself for the others; never shown inline. */
function disposition(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\]/g, "_");
  const full = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}

/** As `encodeURIComponent` wrote it; a header holds no other letters than ASCII's. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return "";
  }
}
