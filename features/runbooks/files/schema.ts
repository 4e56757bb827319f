/** What may lie beside a runbook, by ending, and how a browser is told to treat it. Nothing here is ever run: no HTML, no scripts. */
export const fileTypes: Record<string, string> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  svg: "image/svg+xml",
  pdf: "application/pdf",
  txt: "text/plain; charset=utf-8",
  log: "text/plain; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  json: "application/json",
};

/** Largest file beside a runbook, in bytes. */
export const maxFileBytes = 25_000_000;

/** The type of a file by its name; null for what is not served. */
export function typeOf(name: string): string | null {
  return fileTypes[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? null;
}
