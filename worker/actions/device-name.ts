const browsers: readonly [name: string, sign: RegExp][] = [
  ["Samsung Internet", /SamsungBrowser\//],
  ["Opera", /OPR\/|Opera/],
  ["Edge", /Edg(e|A|iOS)?\//],
  ["UC Browser", /UCBrowser\//],
  ["Mi Browser", /MiuiBrowser\//],
  ["Firefox", /Firefox\/|FxiOS\//],
  ["WhatsApp", /WhatsApp\//],
  ["Chrome", /Chrome\/|CriOS\//],
  ["Safari", /Safari\//],
];

const systems: readonly [name: string, sign: RegExp][] = [
  ["Android", /Android/],
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Windows", /Windows/],
  ["ChromeOS", /CrOS/],
  ["Mac", /Macintosh|Mac OS X/],
  ["Linux", /Linux/],
];

/** A browser as its owner would call it, such as "Chrome, Android"; null where it did not say. */
export function deviceName(userAgent: string | undefined): string | null {
  if (userAgent === undefined) return null;
  const find = (names: typeof browsers) => names.find(([, sign]) => sign.test(userAgent))?.[0];
  return [find(browsers), find(systems)].filter((name) => name !== undefined).join(", ") || null;
}
