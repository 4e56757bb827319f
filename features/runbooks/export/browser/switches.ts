/** Language and theme, for as long as the document is open: a file keeps no settings. */
export function addSwitches(): void {
  const root = document.documentElement;
  document.getElementById("language")?.addEventListener("click", () => {
    root.lang = root.lang === "es" ? "en" : "es";
  });
  document.getElementById("theme")?.addEventListener("click", () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
}
