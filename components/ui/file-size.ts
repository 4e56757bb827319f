/** A size for people: bytes below a kilobyte, then kB and MB (SI), with one decimal where it says something. */
export function sizeParts(bytes: number): { value: number; unit: "byte" | "kilobyte" | "megabyte" } {
  if (bytes < 1_000) return { value: bytes, unit: "byte" };
  if (bytes < 1_000_000) return { value: Math.round(bytes / 1_000), unit: "kilobyte" };
  return { value: Math.round(bytes / 100_000) / 10, unit: "megabyte" };
}
