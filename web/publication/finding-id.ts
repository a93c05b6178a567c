/** Where a finding stands in the preview. */
export function findingId(number: number): string {
  return `temuan-${number}`;
}

/** The list of what becomes public beside the text. */
export const headId = "publish-head";
