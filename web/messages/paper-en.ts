import type { paperId } from "./paper-id.ts";

export const paperEn: typeof paperId = {
  print: "Print",
  printTitle: (paper: string) => `Print: ${paper}`,
  size: "Paper",
  hint: "Check it below first. To keep it as a PDF, choose “Save as PDF” in the print window.",
  kept: "What you fill in is kept on this device only.",
  details: "To fill in for this paper",
  preview: "Preview",
  signature: {
    title: "Signature",
    position: "Position",
    name: "Name",
    nip: "NIP (civil servant's number)",
    nipHint: "May be left empty: the NIP line is then not printed.",
  },
  minutes: {
    attachments: "Attachments",
    attachmentsHint: "One attachment on each line, such as the slides.",
    conclusion:
      "A sentence that begins with “Kesimpulan:” in a village's text is printed in the column of conclusions.",
  },
  letterhead: {
    title: "Letterhead",
    hint: "The head of all printed papers: minutes, attendance, agreements, invitation.",
    lead: "A line that is left empty shows the names of regency and sub-district.",
    lines: {
      government: "Regency government",
      office: "Sub-district",
      address: "Address of the office",
      contact: "Telephone, postal code, website",
    },
    save: "Save the letterhead",
    saved: "The letterhead is saved.",
    emblem: "Coat of arms",
    emblemHint:
      "A PNG or JPEG picture, from your office's official file. Best with a transparent or white background.",
    choose: "Choose the picture",
    replace: "Replace the coat of arms",
    remove: "Remove the coat of arms",
    removeSure: "Remove the coat of arms from the letterhead?",
    removeWords: "Papers printed from now on are without it. The picture can be added again.",
    cancel: "Cancel",
    unreadable: "This picture cannot be read. Choose another PNG or JPEG picture.",
    noStore: "No store for files was set up here, so that no coat of arms can be added.",
    preview: "Preview of the letterhead",
  },
};
