import { describe, expect, test } from "vitest";
import tokens from "./tokens.css?raw";
import villages from "./village-colours.css?raw";

const themes = ["light", "dark", "projector"];
const aaText = 4.5;
const aaOutline = 3;

describe.each(themes)("in the %s theme", (theme) => {
  const colours = coloursOf(theme);

  test.each([
    ["ink", ["paper", "surface", "sunk"]],
    ["ink-soft", ["paper", "surface", "sunk"]],
    ["accent", ["paper", "surface", "accent-tint"]],
    ["on-accent", ["accent", "accent-hover"]],
    ["danger", ["paper", "surface", "danger-tint"]],
    ["good", ["paper", "surface", "good-tint"]],
    ["wait", ["paper", "surface", "wait-tint"]],
    ["info", ["paper", "surface", "info-tint"]],
  ])("%s is readable on %j", (ink, grounds) => {
    for (const ground of grounds) {
      expect(contrast(colour(colours, ink), colour(colours, ground))).toBeGreaterThan(aaText);
    }
  });

  test("fields and focus can be made out", () => {
    for (const outline of ["field-line", "focus"]) {
      const ratio = contrast(colour(colours, outline), colour(colours, "paper"));
      expect(ratio).toBeGreaterThan(aaOutline);
    }
  });

  test("each village has a colour of its own, readable on paper and with paper on it", () => {
    const found = villageColours(theme);
    expect(new Set(found).size).toBe(12);
    for (const village of found) {
      expect(contrast(village, colour(colours, "paper"))).toBeGreaterThan(aaText);
    }
  });
});

function coloursOf(theme: string): Map<string, string> {
  const blocks = tokens.matchAll(/((?::root\[data-theme="\w+"\],?\s*)+)\{([^}]*)\}/g);
  const mine = [...blocks].filter(([, selectors]) => selectors?.includes(`"${theme}"`));
  return new Map(mine.flatMap(([, , body]) => pairsOf(body ?? "", /--([\w-]+): (#\w{6});/g)));
}

function villageColours(theme: string): string[] {
  const [light = "", dark = ""] = villages.split('[data-theme="dark"]');
  const inTheme = theme === "dark" ? dark : light;
  return pairsOf(inTheme, /\[data-village="(\d+)"\] \{\s*--village: (#\w{6});/g).map(
    ([, hex]) => hex,
  );
}

function pairsOf(text: string, pattern: RegExp): [string, string][] {
  return [...text.matchAll(pattern)].map(([, name = "", hex = ""]) => [name, hex]);
}

function colour(colours: Map<string, string>, name: string): string {
  const found = colours.get(name);
  if (found === undefined) throw new Error(`tokens.css has no --${name}`);
  return found;
}

/** WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
