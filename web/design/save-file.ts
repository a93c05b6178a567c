/** Hands a file over to the browser, as if it had been fetched by a link. */
export function saveFile(name: string, type: string, parts: BlobPart[]): void {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Later than the click, which some browsers answer only afterwards.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
