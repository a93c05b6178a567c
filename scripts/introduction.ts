/** Tells the person at the keyboard where the product is and how each demo person gets in. */
export function introduce(product: { origins: string[]; tokens: Map<string, string> }): void {
  const { origins, tokens } = product;
  console.log(`\nSinau Bareng: ${origins.join("  ")}`);
  if (origins[0]?.startsWith("https:")) console.log(hallNotice);
  console.log(
    "\nTautan masuk pribadi, sekali pakai; buka tiap orang di peramban atau profil sendiri.\n" +
      "Personal sign-in links, for one use; open each in a browser or profile of its own.\n",
  );
  const width = Math.max(...[...tokens.keys()].map((name) => name.length));
  // In the hall the phones need an address of the network, which comes after this machine's own.
  const origin = origins[1] ?? origins[0];
  for (const [name, token] of tokens) {
    console.log(`  ${name.padEnd(width)}  ${origin}/masuk#${token}`);
  }
  console.log("\nCtrl-C untuk berhenti; data tetap ada. / Ctrl-C to stop; the data stays.");
}

const hallNotice = `
Sertifikatnya buatan komputer ini: peramban memperingatkan sekali ("Koneksi tidak pribadi");
pilih Lanjutan, lalu Lanjutkan. Selama sertifikat belum dipercaya di perangkat itu, pemakaian
luring dan kunci sandi (passkey) mati; menulis bersama tetap jalan.
This machine made the certificate: browsers warn once ("Your connection is not private"); choose
Advanced, then Proceed. Until a device trusts the certificate, offline use and passkeys are off
there; writing together works.`;
