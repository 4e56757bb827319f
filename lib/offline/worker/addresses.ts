/** What a request is to the worker; `other` goes to the network untouched. */
export type Kind = "page" | "client-navigation" | "asset" | "file" | "search" | "posted-search" | "sign-out" | "other";

export type Asked = {
  method: string;
  /** `navigate` for the document of a tab (Fetch, 2.2.5). */
  mode: string;
  url: URL;
  header: (name: string) => string | null;
};

/** Tells requests apart. Writes, streams, signing in, tokens and administration are always `other`. */
export function kindOf({ method, mode, url, header }: Asked, origin: string): Kind {
  if (url.origin !== origin) return "other";
  const { pathname } = url;
  if (method === "POST" && pathname === "/search" && mode === "navigate") return "posted-search";
  if (method === "POST") return pathname === "/api/auth/signout" ? "sign-out" : "other";
  if (method !== "GET") return "other";
  if (pathname.startsWith("/_next/static/") || pathname.startsWith("/reader/")) return "asset";
  if (pathname.startsWith("/runbook-files/")) return "file";
  if (pathname === "/api/v1/search") return "search";
  if (/^\/(api|_next)\//.test(pathname) || /^\/(healthz|readyz|metrics)$/.test(pathname)) return "other";
  if (mode === "navigate") return "page";
  const ahead = header("next-router-prefetch") ?? header("next-router-segment-prefetch");
  return header("rsc") === "1" && ahead === null ? "client-navigation" : "other";
}

const readingPages = [
  /^\/$/,
  /^\/runbooks$/,
  /^\/runbooks\/(?!new$)[^/]+$/,
  /^\/runbooks\/[^/]+\/[^/]+$/,
  /^\/postmortems(\/[^/]+)?$/,
];
const memberPages = [/^\/incidents$/, /^\/incidents\/INC-\d+$/i, /^\/incidents\/INC-\d+\/runs\/[^/]+$/i];
const drillPages = [/^\/runs$/, /^\/runs\/[0-9a-f]{8}-[0-9a-f-]{27}$/i];

/**
 * Whether a page may be kept on the device: what is read in an outage. Everything else never is: signing in, accounts, tokens,
 * administration, editors, forms, and what a stakeholder's link shows.
 * @param pathname without query: a copy is of the page as it is without one
 */
export const mayKeep = (pathname: string): boolean =>
  [...readingPages, ...memberPages, ...drillPages].some((pattern) => pattern.test(pathname));

/** One name per page, however its address was written. */
export function pageName(pathname: string): string {
  const plain = pathname.length > 1 ? pathname.replace(/\/+$/, "") : pathname;
  return plain.replace(/^\/incidents\/(inc-\d+)/i, (_, key: string) => `/incidents/${key.toUpperCase()}`) || "/";
}
