import { expect, it } from "vitest";
import { deviceName } from "./device-name.ts";

const android = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)";
const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";

it.each([
  [`${android} Chrome/140.0.0.0 Mobile Safari/537.36`, "Chrome, Android"],
  [`${android} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`, "Samsung Internet, Android"],
  [`${windows} Chrome/140.0.0.0 Safari/537.36`, "Chrome, Windows"],
  [`${windows} Chrome/140.0.0.0 Safari/537.36 Edg/140.0`, "Edge, Windows"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    "Safari, iPhone",
  ],
  ["curl/8.5.0", null],
  ["", null],
  [undefined, null],
])("the browser %j is called %j", (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
