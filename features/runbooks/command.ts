const commandLanguages = new Set(
  "bash sh shell console zsh powershell ps1 pwsh sql psql redis promql shellsession".split(" "),
);
const transcriptLanguages = new Set(["console", "shellsession"]);

/** Whether a fence is a command of FORMAT.md: its language is a shell's or a database's, and it is not marked `norun`. */
export function isCommand(lang: string | null | undefined, meta: string | null | undefined): boolean {
  return commandLanguages.has((lang ?? "").toLowerCase()) && !/(^|\s)norun(\s|$)/.test(meta ?? "");
}

/**
 * What a copy button puts on the clipboard: the text without its `$ ` prompts. Where a console transcript shows
 * prompts, its other lines are output and are left out.
 */
export function copyText(lang: string, text: string): string {
  const lines = text.split("\n");
  if (!lines.some((line) => prompt.test(line))) return text;
  if (!transcriptLanguages.has(lang.toLowerCase())) return lines.map((line) => line.replace(prompt, "")).join("\n");
  const kept: string[] = [];
  let continued = false;
  for (const line of lines) {
    if (prompt.test(line) || continued) {
      kept.push(continued ? line.replace(/^> /, "") : line.replace(prompt, ""));
      continued = /\\\s*$/.test(line);
    }
  }
  return kept.join("\n");
}

const prompt = /^\s*\$ /;
