import type { IncomingHttpHeaders } from "node:http";
import type { Locale } from "@/lib/context";
import { localeCookie, locales, pickLocale } from "@/lib/i18n/locale";
import { pickTheme, type Theme, themeCookie, themes } from "@/lib/theme";

/** What a page looks like to somebody, whoever they are: its language, and the theme that was chosen. */
export type Look = { locale: Locale; theme: Theme | null };

/** Every look that a page can have. */
export const looks: readonly Look[] = locales.flatMap((locale) =>
  [null, ...themes].map((theme) => ({ locale, theme })),
);

const perLocale = themes.length + 1;
const asked = new Map<string, Locale>();
const mostAsked = 1_000;

/** Which of the looks a request wants, by its number, as the pages themselves decide it (lib/i18n/request.ts, app/layout.tsx). */
export function lookOf(headers: IncomingHttpHeaders): number {
  const { cookie = "", "accept-language": language = "" } = headers;
  // Most readers never chose anything, and parsing cookies costs more than all the rest.
  const chose = cookie.includes("bitacora-");
  const chosen = chose ? cookieValue(cookie, localeCookie) : undefined;
  const locale = chosen === undefined ? localeAsked(language) : pickLocale(chosen, language);
  const theme = chose ? pickTheme(cookieValue(cookie, themeCookie)) : null;
  return locales.indexOf(locale) * perLocale + (theme === null ? 0 : themes.indexOf(theme) + 1);
}

/** The request headers that make the pages themselves decide for a look. */
export const headersOf = ({ locale, theme }: Look): Record<string, string> => ({
  accept: "text/html",
  "accept-language": locale,
  cookie: [`${localeCookie}=${locale}`, ...(theme ? [`${themeCookie}=${theme}`] : [])].join("; "),
});

function localeAsked(language: string): Locale {
  const known = asked.get(language);
  if (known) return known;
  if (asked.size >= mostAsked) asked.clear();
  const locale = pickLocale(undefined, language);
  asked.set(language, locale);
  return locale;
}

/** The value of a cookie; of several with the name the last, as Next takes it. */
export function cookieValue(cookie: string, name: string): string | undefined {
  let found: string | undefined;
  for (const part of cookie.split(/; */)) if (part.startsWith(`${name}=`)) found = part.slice(name.length + 1);
  return found;
}
