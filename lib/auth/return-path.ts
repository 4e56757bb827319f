const here = "http://here.invalid";

/**
 * Where to go after signing in: a path of this site, or the home page for anything else (an open redirect would send people
 * from our sign-in page to somebody's copy of it).
 * @param wanted a path, or an absolute URL of `origin`
 */
export function returnPath(wanted: string | null | undefined, origin = here): string {
  if (!wanted || /[\\\p{Cc}]/u.test(wanted)) return "/";
  const isPath = wanted.startsWith("/") && !wanted.startsWith("//");
  if (!isPath && !(origin !== here && wanted.startsWith(`${origin}/`))) return "/";
  if (!URL.canParse(wanted, origin)) return "/";
  const url = new URL(wanted, origin);
  const path = url.pathname + url.search + url.hash;
  if (url.origin !== origin || path.startsWith("//") || /^\/(sign-in|api)(\/|\?|$)/.test(path)) return "/";
  return path;
}
