import { parseDocument } from "yaml";
import { type Criticality, criticalities } from "../schema";

/** The stricter of some criticalities; null where none says any. Nobody leaves the rule by writing `low` into the text. */
export function strictest(...levels: (Criticality | null)[]): Criticality | null {
  return criticalities.find((level) => levels.includes(level)) ?? null;
}

/** What the front matter of a text says, also where the rest of the text is refused; null where it says nothing. */
export function criticalityOf(text: string | null): Criticality | null {
  const lines = text?.split("\n") ?? [];
  const end = lines.indexOf("---", 1);
  if (lines[0] !== "---" || end < 0) return null;
  const said: unknown = parseDocument(lines.slice(1, end).join("\n"), { logLevel: "silent" }).get("criticality");
  return criticalities.find((level) => level === said) ?? null;
}
