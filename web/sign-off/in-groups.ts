/** Eight digits at a time, as people can read them out to each other. */
export function inGroups(fingerprint: string): string {
  return fingerprint.replace(/(.{8})(?=.)/g, "$1 ");
}
