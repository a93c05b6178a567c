import type { filesId } from "./files-id.ts";

export const filesEn: typeof filesId = {
  camera: "Take a photo",
  choose: "Choose a photo or PDF",
  what: "A photo (JPEG, PNG, WebP) or PDF, 10 MB at most.",
  private: "Photos are made smaller on this device first; where they were taken is not sent along.",
  preparing: (name: string) => `Preparing ${name}…`,
  sending: (name: string, percent: number) => `Sending ${name}: ${percent}%`,
  finishing: (name: string) => `Storing ${name}…`,
  cancel: "Cancel sending",
  cancelled: "Sending was cancelled. The file was not stored.",
  again: (name: string) => `Send ${name} again`,
  other: "Choose another one",
  added: (name: string) => `${name} is stored.`,
  tooLarge: "This file is larger than 10 MB. Choose a smaller one, or take a photo of the sheet.",
  unreadable:
    "This photo cannot be opened on this device. Take a new one, or save it as JPEG or PDF.",
  kept: "The file is still chosen. Check the connection, then send it again.",
  size: (kiloBytes: number) =>
    kiloBytes < 1000 ? `${kiloBytes} kB` : `${(kiloBytes / 1000).toFixed(1)} MB`,
  addedBy: (who: string, when: string) => `Added by ${who}, ${when}`,
  remove: "Remove",
  removeNamed: (name: string) => `Remove ${name}`,
  removeTitle: "Remove this file?",
  removeWhat: (name: string) =>
    `${name} is removed for everybody and cannot be brought back. The removal is written down.`,
  removeSure: (name: string) => `Yes, remove ${name}`,
  keep: "Do not remove",
};
