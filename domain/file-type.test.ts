import { expect, test } from "vitest";
import { claims, fileTypeOf, maxFileNameLength, safeFileName } from "./file-type.ts";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ["a photo", "\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"],
  ["a phone's photo", "\xff\xd8\xff\xe1\0\x10Exif", "image/jpeg"],
  ["a screenshot", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"],
  ["a photo out of WhatsApp", "RIFF\x10\0\0\0WEBPVP8 ", "image/webp"],
  ["a scan", "%PDF-1.7\n", "application/pdf"],
])("%s is known by its content", (_, text, type) => {
  expect(fileTypeOf(bytes(text))).toBe(type);
});

test.each([
  ["nothing", ""],
  ["a web page", "<!doctype html><script>alert(1)</script>"],
  ["a drawing that may run scripts", '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ["an archive", "PK\x03\x04"],
  ["an archive before a PDF", "PK\x03\x04%PDF-1.7"],
  ["a PDF behind a line", "\n%PDF-1.7"],
  ["a web page behind a photo's first bytes", "\xff\xd8\xff<script>"],
  ["a sound", "RIFF\x10\0\0\0WAVEfmt "],
  ["a PNG that is cut off", "\x89PNG\r\n\x1a\n"],
  ["a GIF", "GIF89a"],
])("%s is not taken", (_, text) => {
  expect(fileTypeOf(bytes(text))).toBeNull();
});

test.each([
  ["image/jpg", true],
  ["IMAGE/JPEG; charset=binary", true],
  ["image/png", false],
  ["text/html", false],
  ["", false],
])("to call a JPEG %j is %s", (stated, isTrue) => {
  expect(claims(stated, "image/jpeg")).toBe(isTrue);
});

test.each([
  ["Daftar hadir.JPG", "Daftar hadir.jpg"],
  ["foto.pdf.exe", "foto.pdf.jpg"],
  ["../../etc/passwd", "passwd.jpg"],
  ["C:\\foto\\hadir.jpeg", "hadir.jpg"],
  ['ha"dir\r\nSet-Cookie: x=1.jpg', "ha dir Set-Cookie x=1.jpg"],
  ["gpj.\u202eexe.jpg", "gpj.exe.jpg"],
  ["Ma'ruf, S.Sos.jpg", "Ma'ruf, S.Sos.jpg"],
  ["....", "berkas.jpg"],
  ["", "berkas.jpg"],
  [`${"😀".repeat(300)}.jpg`, `${"😀".repeat(96)}.jpg`],
])("%j is kept as %j", (given, kept) => {
  expect(safeFileName(given, "image/jpeg")).toBe(kept);
  expect([...safeFileName(given, "application/pdf")].length).toBeLessThanOrEqual(maxFileNameLength);
});
