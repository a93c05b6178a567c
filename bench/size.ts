// What a phone has to fetch: Brotli bytes of all JavaScript and CSS, lazily loaded parts included,
// from the sign-in link until the forum's page answers a tap, and until the first letter typed in a
// document shows. Each file is compressed here at quality 11: Cloudflare compresses on its edge.
import type { Page } from "@playwright/test";
import { demoCaseId, demoForumId } from "../scripts/demo/forum.ts";
import { runCommand } from "../scripts/failure.ts";
import { signIn, withBrowser } from "../scripts/with-browser.ts";
import { weighCode } from "./weigh-code.ts";

interface Goal {
  name: string;
  /** kB of 1,000 bytes. */
  value: number;
  goal: number;
  met: boolean;
}

await runCommand(async () => {
  const goals = await withBrowser(async (browser, server) => {
    const page = await browser.newPage({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      locale: "id-ID",
    });
    const sizes = weighCode(page);
    await signIn(page, server, "peserta-a");
    await page.goto(`${server.url}/forum/${demoForumId}`);
    await answersTap(page);
    const forum = goal("kB until the forum's page answers a tap", await sizes(), 150);

    await page.goto(`${server.url}/dokumen/${demoCaseId}`);
    await page.getByRole("button", { name: "Mulai menyunting" }).tap();
    await typeOneLetter(page);
    const document = goal("kB until the first letter typed shows", await sizes(), 300);
    return [forum, document];
  });
  console.log(JSON.stringify({ bench: "size", goals }));
  return 0;
});

async function answersTap(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Saya/ }).tap();
  await page.getByRole("menuitemradio", { name: "English" }).waitFor();
  await page.keyboard.press("Escape");
}

async function typeOneLetter(page: Page): Promise<void> {
  const editor = page.locator(".tiptap[contenteditable=true]");
  await editor.locator("p").first().tap();
  await page.keyboard.type("ꦲ");
  await editor.getByText("ꦲ").waitFor();
}

function goal(name: string, bytes: number, goalKilobytes: number): Goal {
  const value = Math.round(bytes / 100) / 10;
  console.log(`${name}: ${value} (goal: at most ${goalKilobytes})`);
  return { name, value, goal: goalKilobytes, met: value <= goalKilobytes };
}
