import type { IStylesOptions } from "docx";

const font = "Arial";
const ink = "1A1A1A";

/** Sizes in half points, distances in twips. */
export const documentStyles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 22, color: ink, language: { value: "id-ID" } },
      paragraph: { spacing: { after: 100, line: 276 } },
    },
    title: {
      run: { font, size: 28, bold: true, color: ink },
      paragraph: { alignment: "center", spacing: { before: 120, after: 80 } },
    },
    heading1: heading(26, 320),
    heading2: heading(24, 240),
    heading3: heading(22, 200),
    heading4: heading(22, 160, true),
    heading5: heading(22, 120, true),
    hyperlink: { run: { color: "1F4E9E", underline: { type: "single" } } },
    listParagraph: { paragraph: { spacing: { after: 60 } } },
  },
  paragraphStyles: [
    {
      id: "Kop",
      name: "Kop",
      basedOn: "Normal",
      run: { size: 26, bold: true },
      paragraph: { alignment: "center", spacing: { after: 0 } },
    },
    {
      id: "Subject",
      name: "Subject",
      basedOn: "Normal",
      run: { size: 24, bold: true },
      paragraph: { alignment: "center", spacing: { after: 240 } },
    },
    {
      id: "Quote",
      name: "Quote",
      basedOn: "Normal",
      run: { italics: true },
      paragraph: { indent: { left: 567 } },
    },
    {
      id: "TableText",
      name: "Table Text",
      basedOn: "Normal",
      paragraph: { spacing: { before: 20, after: 20, line: 240 } },
    },
    {
      id: "Signature",
      name: "Signature",
      basedOn: "Normal",
      paragraph: { indent: { left: 4820 }, spacing: { after: 0 }, keepNext: true, keepLines: true },
    },
    {
      id: "PageFoot",
      name: "Page Foot",
      basedOn: "Normal",
      run: { size: 16, color: "555555" },
      paragraph: { spacing: { after: 0, line: 240 } },
    },
  ],
};

/** A heading stays with what follows it. */
function heading(size: number, before: number, italics = false) {
  return {
    run: { font, size, bold: true, italics, color: ink },
    paragraph: { spacing: { before, after: 80 }, keepNext: true, keepLines: true },
  };
}
