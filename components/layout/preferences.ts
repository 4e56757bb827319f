import type { Locale } from "@/lib/context";
import type { Theme } from "@/lib/theme";

/** Seconds that a choice of language or theme is kept: a year. */
export const preferenceAge = 31_536_000;

// The route sets the cookie: the browser's own cookie API is missing on plain http and in older browsers.
const remember = (choice: Record<string, string>) =>
  fetch("/preferences", { method: "POST", body: new URLSearchParams(choice), redirect: "manual" });

/** Changes the theme of this browser at once; null follows the system. */
export function chooseTheme(theme: Theme | null): void {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  void remember({ theme: theme ?? "system" }).catch(() => undefined);
}

/** Remembers the language; the caller asks the server for the page again. */
export async function chooseLocale(locale: Locale): Promise<void> {
  await remember({ locale });
}
