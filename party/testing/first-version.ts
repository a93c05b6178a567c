/** Rows of a room as its first version wrote them, pinned: never change what was on disk. */
const pages = [
  {
    first: 1,
    last: 1,
    at: 1795485600000,
    entries: `
    AQEEcm9vbQABAICkwLTBaKoQAXeAzpTdDQAHAQhkb2N1bWVudAMHc2VjdGlvbgcAgM6U3Q0AAwVmaWVsZAcAgM6U
    3Q0BBgQAgM6U3Q0CClBhZ3UgdHVydW4oAIDOlN0NAQJpZAF3Am4yKACAzpTdDQEEbmFtZQF3BXRpdGxlh4DOlN0N
    AQMFZmllbGQHAIDOlN0NDwYEAIDOlN0NECxQZXJlbmNhbmFhbiAmIHBlbmdhbmdnYXJhbiAoUktQRGVz4oaSQVBC
    RGVzKSgAgM6U3Q0PAmlkAXcCbjMoAIDOlN0NDwRuYW1lAXcFdGhlbWWHgM6U3Q0PAwVmaWVsZAcAgM6U3Q09BgQA
    gM6U3Q0+BDIwMjcoAIDOlN0NPQJpZAF3Am40KACAzpTdDT0EbmFtZQF3CmZpc2NhbFllYXIoAIDOlN0NAAJpZAF3
    Am4xKACAzpTdDQAEa2luZAF3CGlkZW50aXR5h4DOlN0NAAMHc2VjdGlvbgcAgM6U3Q1HAwlwYXJhZ3JhcGgoAIDO
    lN0NRwJpZAF3Am41KACAzpTdDUcEa2luZAF3CXNpdHVhdGlvboeAzpTdDUcDB3NlY3Rpb24HAIDOlN0NSwMJcGFy
    YWdyYXBoKACAzpTdDUsCaWQBdwJuNigAgM6U3Q1LBGtpbmQBdwdwcm9ibGVth4DOlN0NSwMHc2VjdGlvbgcAgM6U
    3Q1PAwZicmFuY2gHAIDOlN0NUAMJcGFyYWdyYXBoKACAzpTdDVACaWQBdwJuOCgAgM6U3Q1QBGtpbmQBdwZwZW9w
    bGWHgM6U3Q1QAwZicmFuY2gHAIDOlN0NVAMJcGFyYWdyYXBoKACAzpTdDVQCaWQBdwJuOSgAgM6U3Q1UBGtpbmQB
    dwpyZWd1bGF0aW9uh4DOlN0NVAMGYnJhbmNoBwCAzpTdDVgDCXBhcmFncmFwaCgAgM6U3Q1YAmlkAXcDbjEwKACA
    zpTdDVgEa2luZAF3Bm1ldGhvZIeAzpTdDVgDBmJyYW5jaAcAgM6U3Q1cAwlwYXJhZ3JhcGgoAIDOlN0NXAJpZAF3
    A24xMSgAgM6U3Q1cBGtpbmQBdwpmYWNpbGl0aWVzh4DOlN0NXAMGYnJhbmNoBwCAzpTdDWADCXBhcmFncmFwaCgA
    gM6U3Q1gAmlkAXcDbjEyKACAzpTdDWAEa2luZAF3BmJ1ZGdldIeAzpTdDWADBmJyYW5jaAcAgM6U3Q1kAwlwYXJh
    Z3JhcGgoAIDOlN0NZAJpZAF3A24xMygAgM6U3Q1kBGtpbmQBdwtpbnN0aXR1dGlvbigAgM6U3Q1PAmlkAXcCbjco
    AIDOlN0NTwRraW5kAXcGY2F1c2Vzh4DOlN0NTwMHc2VjdGlvbgcAgM6U3Q1qAwlwYXJhZ3JhcGgoAIDOlN0NagJp
    ZAF3A24xNCgAgM6U3Q1qBGtpbmQBdwtyZWd1bGF0aW9uc4eAzpTdDWoDB3NlY3Rpb24HAIDOlN0NbgMEbGFuZQcA
    gM6U3Q1vAwlwYXJhZ3JhcGgoAIDOlN0NbwJpZAF3A24xNigAgM6U3Q1vB3ZpbGxhZ2UBdwl2aWxsYWdlLWGHgM6U
    3Q1vAwRsYW5lBwCAzpTdDXMDCXBhcmFncmFwaCgAgM6U3Q1zAmlkAXcDbjE3KACAzpTdDXMHdmlsbGFnZQF3CXZp
    bGxhZ2UtYigAgM6U3Q1uAmlkAXcDbjE1KACAzpTdDW4Ea2luZAF3CXByYWN0aWNlc4eAzpTdDW4DB3NlY3Rpb24H
    AIDOlN0NeQMJcGFyYWdyYXBoKACAzpTdDXkCaWQBdwNuMTgoAIDOlN0NeQRraW5kAXcHb3B0aW9uc4eAzpTdDXkD
    B3NlY3Rpb24HAIDOlN0NfQMJcGFyYWdyYXBoKACAzpTdDX0CaWQBdwNuMTkoAIDOlN0NfQRraW5kAXcOcmVjb21t
    ZW5kYXRpb26HgM6U3Q19AwdzZWN0aW9uBwCAzpTdDYEBAwhmb2xsb3dVcAcAgM6U3Q2CAQMFZmllbGQoAIDOlN0N
    gwECaWQBdwNuMjIoAIDOlN0NgwEEbmFtZQF3CGFjdGl2aXR5h4DOlN0NgwEDBWZpZWxkKACAzpTdDYYBAmlkAXcD
    bjIzKACAzpTdDYYBBG5hbWUBdwtyZXNwb25zaWJsZYeAzpTdDYYBAwVmaWVsZCgAgM6U3Q2JAQJpZAF3A24yNCgA
    gM6U3Q2JAQRuYW1lAXcHdmlsbGFnZYeAzpTdDYkBAwVmaWVsZCgAgM6U3Q2MAQJpZAF3A24yNSgAgM6U3Q2MAQRu
    YW1lAXcHZHVlRGF0ZYeAzpTdDYwBAwVmaWVsZCgAgM6U3Q2PAQJpZAF3A24yNigAgM6U3Q2PAQRuYW1lAXcGb3V0
    cHV0KACAzpTdDYIBAmlkAXcDbjIxKACAzpTdDYEBAmlkAXcDbjIwKACAzpTdDYEBBGtpbmQBdwlmb2xsb3dVcHOH
    gM6U3Q2BAQMHc2VjdGlvbgcAgM6U3Q2VAQMJcGFyYWdyYXBoKACAzpTdDZUBAmlkAXcDbjI3KACAzpTdDZUBBGtp
    bmQBdwthdHRhY2htZW50cwcAgM6U3Q1IBgcAgM6U3Q1MBgcAgM6U3Q1RBgcAgM6U3Q1VBgcAgM6U3Q1ZBgcAgM6U
    3Q1dBgcAgM6U3Q1hBgcAgM6U3Q1lBgcAgM6U3Q1rBgcAgM6U3Q1wBgcAgM6U3Q10BgcAgM6U3Q16BgcAgM6U3Q1+
    BgcAgM6U3Q2DAQYHAIDOlN0NhgEGBwCAzpTdDYkBBgcAgM6U3Q2MAQYHAIDOlN0NjwEGBwCAzpTdDZYBBgA=`,
  },
  {
    first: 2,
    last: 3,
    at: 1795485601500,
    entries: `
    AQINcGFydGljaXBhbnQtYQl2aWxsYWdlLWENcGFydGljaXBhbnQtYgl2aWxsYWdlLWICAKizwLTBaCQBAQsABACA
    zpTdDZkBFVBhZ3UgdHVydW4gc2VwZXJsaW1hLgABrAQkAQEWAAQAgM6U3Q2jARVCZWxhbmphIHdhamliIGRhaHVs
    dS4A`,
  },
  {
    first: 4,
    last: 5,
    at: 1795485605200,
    entries: `
    AQINcGFydGljaXBhbnQtYQl2aWxsYWdlLWENcGFydGljaXBhbnQtYgl2aWxsYWdlLWICAIjywLTBaDIBAwsVh4DO
    lN0NfgMJcGFyYWdyYXBoBwALFQYEAAsWEU11c3lhd2FyYWggdWxhbmcuAAEABgABCwEABQ==`,
  },
];

const clients = [
  { client: 11, person: "participant-a", village: "village-a" },
  { client: 22, person: "participant-b", village: "village-b" },
  { client: 3_685_033_728, person: "room", village: null },
];

export const firstVersion = {
  text: ["Pagu turun", "turun seperlima.", "Belanja wajib dahulu.", "Musyawarah ulang."],
  lastIssuedId: 27,
  sealKey: fromBase64("t8fkGbrU3uh3OnEbj2ltCUxvfRrd2hfkfzq7clq9mw8="),
  pages: pages.map((page) => ({ ...page, entries: fromBase64(page.entries) })),
  clients,
};

/** Makes the tables of version 1 and fills them with a case, its template and four changes. */
export function writeFirstVersion({ sql }: DurableObjectStorage): void {
  sql.exec("CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID");
  sql.exec(
    "CREATE TABLE pages (first INTEGER PRIMARY KEY, last INTEGER, at INTEGER, entries BLOB)",
  );
  sql.exec("CREATE TABLE clients (client INTEGER PRIMARY KEY, person TEXT, village TEXT)");
  sql.exec(
    `CREATE TABLE checkpoints (place INTEGER, part INTEGER, state BLOB,
     PRIMARY KEY (place, part)) WITHOUT ROWID`,
  );
  for (const { first, last, at, entries } of firstVersion.pages) {
    sql.exec("INSERT INTO pages VALUES (?, ?, ?, ?)", first, last, at, entries);
  }
  for (const { client, person, village } of clients) {
    sql.exec("INSERT INTO clients VALUES (?, ?, ?)", client, person, village);
  }
  const { sealKey, lastIssuedId } = firstVersion;
  const meta = { epoch: 1, lastIssuedId, sealKey, storageVersion: 1 };
  for (const [key, value] of Object.entries(meta)) {
    sql.exec("INSERT INTO meta VALUES (?, ?)", key, value);
  }
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll(/\s/g, "")), (letter) => letter.charCodeAt(0));
}
