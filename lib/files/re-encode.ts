/** Pixels beyond which a picture is sent as it is: drawing it could take the tab's memory. */
const mostPixels = 40_000_000;

/**
 * A picture drawn anew, so that nothing but its pixels is sent: no place, camera or editing history (EXIF, XMP). What the browser
 * cannot draw, and animations, are sent as they are. The server does not rely on it.
 */
export async function reEncoded(file: File): Promise<File> {
  if (!/^image\/(png|jpeg|webp)$/.test(file.type)) return file;
  try {
    const picture = await createImageBitmap(file);
    const { width, height } = picture;
    if (width * height > mostPixels) return file;
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    canvas.getContext("2d")?.drawImage(picture, 0, 0);
    picture.close();
    const type = file.type === "image/png" ? "image/png" : "image/webp";
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, 0.92));
    if (!blob) return file;
    const ending = blob.type === "image/webp" ? ".webp" : ".png";
    const name = (file.name || "image").replace(/\.(png|jpe?g|webp)$/i, "") + ending;
    return new File([blob], name, { type: blob.type });
  } catch {
    return file;
  }
}
