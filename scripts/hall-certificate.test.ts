import { X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { hallCertificate } from "./hall-certificate.ts";

test("the hall's certificate is kept, and made anew for another address", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sinau-certificate-"));
  try {
    const first = await hallCertificate(folder, ["192.168.1.5"]);
    expect(new X509Certificate(first.certificate).checkIP("192.168.1.5")).toBe("192.168.1.5");
    expect(new X509Certificate(first.certificate).checkHost("localhost")).toBe("localhost");
    expect(statSync(join(folder, "hall-key.pem")).mode & 0o077).toBe(0);
    expect(await hallCertificate(folder, ["192.168.1.5"])).toEqual(first);
    const second = await hallCertificate(folder, ["192.168.1.6"]);
    expect(second.certificate).not.toBe(first.certificate);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
