import { maxEmblemBytes } from "../../../domain/letterhead.ts";

/** The browser cannot draw it: damaged, or of a kind that it does not know. */
export class PictureUnreadable extends Error {
  override name = "PictureUnreadable";
}

/** Each about 300 dots to the inch at 3 cm, and less where that is still too large. */
const sides = [480, 320, 200];

/**
 * A picture as a small PNG, drawn anew: what is transparent stays so, and nothing that a program
 * wrote beside the picture comes along.
 * @throws PictureUnreadable
 */
export async function smallEmblem(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file).catch((cause: unknown) => {
    throw new PictureUnreadable(file.type, { cause });
  });
  try {
    for (const side of sides) {
      const blob = await drawn(picture, side);
      if (blob.size <= maxEmblemBytes) return blob;
    }
    throw new PictureUnreadable("too large at every size");
  } finally {
    picture.close();
  }
}

async function drawn(picture: ImageBitmap, side: number): Promise<Blob> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext("2d");
  if (context === null) throw new PictureUnreadable("no canvas");
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new PictureUnreadable("no picture");
  return blob;
}
