/**
 * What somebody typed from paper or pasted as a fingerprint: without blanks and strokes, in small
 * letters, and with the letters that are read for a digit as that digit. It may have the wrong
 * length; whoever asks looks at `isFingerprint` first.
 */
export function typedFingerprint(text: string): string {
  return text
    .replace(/[\s.:–—-]/g, "")
    .toLowerCase()
    .replace(/o/g, "0")
    .replace(/[il]/g, "1");
}

export function isFingerprint(digits: string): boolean {
  return /^[0-9a-f]{64}$/.test(digits);
}

/** As it is printed: eight groups of eight, which an eye can keep apart. */
export function grouped(fingerprint: string): string {
  return fingerprint.match(/.{8}/g)?.join(" ") ?? fingerprint;
}
