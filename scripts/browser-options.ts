import { existsSync } from "node:fs";

const debian = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

/** How Playwright starts the browser that CHROME_PATH, or Debian, names; otherwise its own. */
export function browserOptions(): { executablePath?: string; args: string[] } {
  const path = process.env.CHROME_PATH ?? debian.find((known) => existsSync(known));
  return {
    ...(path !== undefined && { executablePath: path }),
    args: [
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // Chromium's sandbox refuses to run as root.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  };
}
