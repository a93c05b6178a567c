import { NotedDocument } from "../../party/testing/noted-document.ts";
import type { PublicationPreview } from "../actions/publications.ts";
import { ask, cookieOf } from "./requests.ts";
import { askOf, setStatus, submit } from "./signing.ts";

/** A signed case with these paragraphs in its first section. @returns its id */
export async function signedCase(
  lines: readonly string[],
  options: { isUnnamed?: boolean } = {},
): Promise<string> {
  const noted = await NotedDocument.create(lines, options);
  await setStatus(noted.id, "drafted");
  const fingerprint = await submit(noted.id);
  const signed = await askOf(noted.id, "camat", "/sign-off", { fingerprint });
  if (!signed.ok) throw new Error(`signing was answered with ${await signed.text()}`);
  return noted.id;
}

export interface Choice {
  parts: string[] | null;
  namesVillages: boolean;
  shown: string[];
}

export const everything: Choice = { parts: null, namesVillages: true, shown: [] };

/** @param subject such as `document/…` */
export async function askPublication(
  subject: string,
  { who = "camat", method = "GET", path = "", json }: Partial<PublicationAsk> = {},
): Promise<Response> {
  const body = json === undefined ? {} : { json };
  const cookie = await cookieOf(who);
  return ask(`/api/publications/${subject}${path}`, { cookie, method, ...body });
}

interface PublicationAsk {
  who: string;
  method: string;
  path: string;
  json: unknown;
}

export async function previewOf(subject: string, choice = everything): Promise<PublicationPreview> {
  const answer = await askPublication(subject, { method: "POST", path: "/preview", json: choice });
  if (!answer.ok) throw new Error(`the preview was answered with ${await answer.text()}`);
  return answer.json();
}

/** As the camat does it: what the preview showed. */
export async function publishAs(subject: string, choice = everything): Promise<Response> {
  const { digest } = await previewOf(subject, choice);
  const json = { ...choice, digest, id: crypto.randomUUID() };
  return askPublication(subject, { method: "PUT", json });
}
