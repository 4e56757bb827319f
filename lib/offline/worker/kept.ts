/** A copy of a page, as lists show it. */
export type Kept = {
  /** Path of the page, its name in the cache. */
  path: string;
  title: string;
  /** When it was rendered, ISO 8601. */
  at: string;
  build: string;
  bytes: number;
  /** Only for whoever it was rendered for. */
  personal: boolean;
};

const names = { at: "x-kept-at", build: "x-kept-build", bytes: "x-kept-bytes", title: "x-kept-title" };
// What a browser has to know of a page again when it is shown from a copy.
const lasting = [
  "content-type",
  "content-security-policy",
  "referrer-policy",
  "permissions-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "x-content-type-options",
  "x-frame-options",
];

/** Headers of a copy: the lasting ones of the answer, and what is known of the copy. */
export function headersOfCopy(answer: Headers, copy: Pick<Kept, "at" | "build" | "bytes" | "title">): Headers {
  const headers = new Headers();
  for (const name of lasting) {
    const value = answer.get(name);
    if (value !== null) headers.set(name, value);
  }
  headers.set(names.at, copy.at);
  headers.set(names.build, copy.build);
  headers.set(names.bytes, String(copy.bytes));
  headers.set(names.title, encodeURIComponent(copy.title));
  return headers;
}

/** Reads them back. */
export function keptOf(path: string, headers: Headers, personal: boolean): Kept {
  const read = (name: keyof typeof names) => headers.get(names[name]) ?? "";
  return {
    path,
    title: decodeURIComponent(read("title")),
    at: read("at"),
    build: read("build"),
    bytes: Number(read("bytes")) || 0,
    personal,
  };
}
