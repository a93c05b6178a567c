// node check-fingerprint.mjs file.json [fingerprint]
// Computes the fingerprint of a document that was saved from Sinau Bareng, and compares it with the
// printed one. Plain Node 18 or newer; imports nothing of the product, so that it can be read and
// trusted by itself. The rules stand in docs/fingerprint.md.
//
// Exit codes: 0 cocok, or the fingerprint was printed; 1 tidak cocok; 2 the question is broken.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

class Broken extends Error {}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  // Where lists lie in lists ten thousand deep, the stack ends.
  if (!(error instanceof Broken || error instanceof RangeError)) throw error;
  console.error(error instanceof Broken ? error.message : "Isi berkas terlalu dalam. / Too deep.");
  process.exitCode = 2;
}

function main([path, given, ...rest]) {
  if (path === undefined || rest.length > 0) {
    throw new Broken("Pakai / Usage: node check-fingerprint.mjs berkas.json [64 digit]");
  }
  const expected = given === undefined ? null : readFingerprint(given);
  const document = readDocument(path);
  const root = rootOf(document);
  const parts = partsOf(document);
  const redacted = parts.filter(({ leaf }) => leaf !== undefined).length;
  if (redacted > 0) {
    const of = `${redacted}/${parts.length}`;
    console.error(
      `${of} bagian tanpa kata: data pribadinya dihapus / ${of} parts without words: redacted`,
    );
  }
  if (expected === null) {
    console.log(root);
    return 0;
  }
  const matches = root === expected;
  console.log(matches ? "COCOK / MATCHES" : "TIDAK COCOK / DOES NOT MATCH");
  if (!matches) console.log(`berkas / file: ${root}\ndiminta / asked: ${expected}`);
  return matches ? 0 : 1;
}

/** Blanks and capitals do not matter: people copy it from paper. */
function readFingerprint(text) {
  const digits = text.replace(/\s/g, "").toLowerCase();
  if (/^[0-9a-f]{64}$/.test(digits)) return digits;
  throw new Broken(
    "Sidik dokumen terdiri atas 64 angka dan huruf a-f. / A fingerprint has 64 digits, 0-9 and a-f.",
  );
}

function readDocument(path) {
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    throw new Broken(`Berkas tidak dapat dibaca / Cannot read the file: ${error.message}`);
  }
  let document;
  try {
    document = JSON.parse(text);
  } catch {
    throw new Broken("Berkas ini bukan JSON atau terpotong. / The file is no JSON, or cut off.");
  }
  const fault = faultOf(document) ?? (hasTwins(text, document) ? "key twice" : null);
  if (fault !== null) {
    throw new Broken(
      `Berkas ini bukan dokumen tersimpan dari Sinau Bareng, atau isinya rusak. / The file is no saved document of Sinau Bareng, or broken. (${fault})`,
    );
  }
  return document;
}

/** What is wrong with the file's form; whatever the fingerprint does not cover may not be in it. */
function faultOf(document) {
  if (!hasOnly(document, ["attachments", "attendance", "blocks", "head", "schemaVersion"])) {
    return "top level";
  }
  const { schemaVersion, head, attendance, attachments, blocks } = document;
  if (!Number.isInteger(schemaVersion)) return "schemaVersion";
  if (!isBlock(head, isWords)) return "head";
  return (
    faultIn("attendance", attendance, isObject) ??
    faultIn("attachments", attachments, isObject) ??
    faultIn("blocks", blocks, () => true)
  );
}

function faultIn(name, blocks, isNode) {
  if (!Array.isArray(blocks)) return name;
  const at = blocks.findIndex((block) => !isBlock(block, isNode));
  return at < 0 ? null : `${name}[${at}]`;
}

function isBlock(block, isNode) {
  if (hasOnly(block, ["leaf"])) return isHash(block.leaf);
  return hasOnly(block, ["node", "salt"]) && isHash(block.salt) && isNode(block.node);
}

function isWords(node) {
  return isObject(node) && Object.values(node).every(isString);
}

function hasOnly(value, keys) {
  return isObject(value) && Object.keys(value).sort().join() === keys.join();
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isString(value) {
  return typeof value === "string";
}

function isHash(value) {
  return isString(value) && /^[0-9a-f]{64}$/.test(value);
}

/** Of two keys with one name JSON keeps the last, so that a reader could be shown the first. */
function hasTwins(text, document) {
  let written = 0;
  for (const [, colon] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)) {
    if (colon !== undefined) written++;
  }
  let kept = 0;
  for (const left = [document]; left.length > 0; ) {
    const value = left.pop();
    if (typeof value !== "object" || value === null) continue;
    if (!Array.isArray(value)) kept += Object.keys(value).length;
    for (const part of Object.values(value)) left.push(part);
  }
  return written !== kept;
}

function partsOf({ head, attendance, attachments, blocks }) {
  return [head, ...attendance, ...attachments, ...blocks];
}

function rootOf(document) {
  const { schemaVersion, attendance, attachments, blocks } = document;
  const first = {
    version: 2,
    schemaVersion,
    attendance: attendance.length,
    attachments: attachments.length,
    blocks: blocks.length,
  };
  let level = [hash(0, canonical(first))];
  for (const { leaf, salt, node } of partsOf(document)) {
    level.push(
      leaf === undefined
        ? hash(0, Buffer.from(salt, "hex"), canonical(node))
        : Buffer.from(leaf, "hex"),
    );
  }
  while (level.length > 1) {
    const above = [];
    for (let at = 0; at < level.length; at += 2) {
      above.push(at + 1 < level.length ? hash(1, level[at], level[at + 1]) : level[at]);
    }
    level = above;
  }
  return level[0].toString("hex");
}

function hash(mark, ...parts) {
  const sha256 = createHash("sha256").update(Uint8Array.of(mark));
  for (const part of parts) sha256.update(part);
  return sha256.digest();
}

/** RFC 8785: no blanks, keys by their UTF-16 units, everything else as JSON.stringify writes it. */
function canonical(value) {
  if (isString(value) && /\p{Surrogate}/u.test(value)) {
    throw new Broken("Berkas memuat huruf yang rusak. / The file has a broken letter.");
  }
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new Broken("Berkas memuat bilangan yang terlalu besar. / A number is too large.");
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${canonical(key)}:${canonical(value[key])}`).join(",")}}`;
}
