/** Enough to read handwriting on a sheet of F4. */
const longestSide = 2000;
const quality = 0.82;

/** The browser cannot draw it: damaged, or of a kind that it does not know. */
export class PhotoUnreadable extends Error {
  override name = "PhotoUnreadable";
}

/**
 * A photo as a JPEG of at most 2000 pixels, drawn anew: what the camera wrote beside the picture,
 * such as where it was taken, is not in it. Other files are handed back as they are.
 * @throws PhotoUnreadable
 */
export async function smallerPhoto(file: File): Promise<Blob> {
  if (!file.type.startsWith("image/")) return file;
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(
    (cause: unknown) => {
      throw new PhotoUnreadable(file.type, { cause });
    },
  );
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext("2d");
  if (context === null) throw new PhotoUnreadable("no canvas");
  // What was transparent would be black.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, "image/jpeg", quality),
  );
  if (blob === null) throw new PhotoUnreadable("no JPEG");
  return blob;
}
