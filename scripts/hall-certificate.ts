import { X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "selfsigned";

const lastsDays = 365;
const renewBeforeMs = 24 * 3_600_000;

/**
 * The certificate with which this machine serves the hall, kept beside the local data so that the
 * phones' exceptions hold; made anew when it ends or the machine has another address.
 */
export async function hallCertificate(
  stateFolder: string,
  addresses: string[],
): Promise<{ key: string; certificate: string }> {
  const keyFile = join(stateFolder, "hall-key.pem");
  const certificateFile = join(stateFolder, "hall-certificate.pem");
  if (existsSync(keyFile) && existsSync(certificateFile)) {
    const certificate = readFileSync(certificateFile, "utf8");
    if (serves(certificate, addresses)) return { key: readFileSync(keyFile, "utf8"), certificate };
  }
  const made = await generate([{ name: "commonName", value: "Sinau Bareng" }], {
    keySize: 2048,
    algorithm: "sha256",
    notAfterDate: new Date(Date.now() + lastsDays * 24 * 3_600_000),
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "keyUsage", digitalSignature: true, keyEncipherment: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          ...["127.0.0.1", ...addresses].map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  });
  mkdirSync(stateFolder, { recursive: true });
  writeFileSync(keyFile, made.private, { mode: 0o600 });
  writeFileSync(certificateFile, made.cert);
  return { key: made.private, certificate: made.cert };
}

function serves(pem: string, addresses: string[]): boolean {
  const certificate = new X509Certificate(pem);
  const lasts = Date.parse(certificate.validTo) > Date.now() + renewBeforeMs;
  return lasts && addresses.every((address) => certificate.checkIP(address) !== undefined);
}
