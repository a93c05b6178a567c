import { expect, test } from "vitest";
import { holdsPhoneNumber } from "./phone-numbers.ts";

test.each(["0812 3456 7890", "WA 0812-3456-7890", "+62 (812) 345.678", "hubungi 8123456"])(
  "%s holds a phone number",
  (text) => expect(holdsPhoneNumber(text)).toBe(true),
);

test.each(["Kaur Keuangan Desa Contoh A", "Kantor desa, Jalan Contoh 12 RT 03 RW 04", ""])(
  "%j holds none",
  (text) => expect(holdsPhoneNumber(text)).toBe(false),
);
