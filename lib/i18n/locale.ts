import type { Locale } from "@/lib/context";

export const locales = ["es", "en"] as const satisfies Locale[];
export const localeCookie = "bitacora-locale";

/**
 * The reader's language: their own choice (the cookie), else the first of ours that the browser names (RFC 9110, 12.5.4), else Spanish.
 */
export function pickLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (chosen === "es" || chosen === "en") return chosen;
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const q = parameters.map((p) => p.trim()).find((p) => p.startsWith("q="));
      return { language: tag.split("-")[0], q: q ? Number(q.slice(2)) || 0 : 1 };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  return (
    locales.find(
      (locale) => locale === wanted.find(({ language }) => language === "es" || language === "en")?.language,
    ) ?? "es"
  );
}
