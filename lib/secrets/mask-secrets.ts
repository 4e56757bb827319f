import { type FoundSecret, findSecrets } from "./find-secrets";
import { mask } from "./secret-value";

/** The text with those parts masked. They are in order and apart, as `findSecrets` gives them. */
export function maskParts(text: string, parts: Pick<FoundSecret, "from" | "to">[]): string {
  let masked = "";
  let at = 0;
  for (const { from, to } of parts) {
    masked += text.slice(at, from) + mask;
    at = to;
  }
  return masked + text.slice(at);
}

/** The text with every secret masked that nobody writes by chance: for what is recorded without asking anybody. */
export const maskSecrets = (text: string): string =>
  maskParts(
    text,
    findSecrets(text).filter(({ certain }) => certain),
  );
