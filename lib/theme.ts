/** Light, dark, or (no choice) whatever the system says. */
export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];
export const themeCookie = "bitacora-theme";

/** The reader's choice from the cookie's value; null follows `prefers-color-scheme`. */
export const pickTheme = (value: string | undefined): Theme | null => themes.find((theme) => theme === value) ?? null;
