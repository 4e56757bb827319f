import { failures, parts } from "../library/parts";

/** Words that very many of the generated runbooks have: the dearest queries. */
export const commonWords =
  "restart reiniciar check comprobar error look mirar systemctl log memoria conexiones disk".split(" ");

/**
 * Queries that are asked once each: what goes wrong with a part, as a title, a symptom, an error and an alert say it, while it is
 * typed and mistyped.
 */
export function distinctQueries(most: number): string[] {
  const queries = new Set<string>();
  for (const [at, part] of parts.entries()) {
    for (const [to, failure] of failures.entries()) {
      const lang = (at + to) % 2 === 0 ? "es" : "en";
      const about = (text: string) => text.replaceAll("#", part.name);
      const title = about(failure.title[lang]);
      const asked = [
        title,
        about(failure.symptoms[lang][0] ?? ""),
        `${part.name}: ${failure.error}`,
        `${part.name}${failure.alert}`,
        `${title.slice(0, -2)}`,
        `${failure.cause[lang]} ${swapped(part.name)}`,
        `${part.name} ${commonWords[(at + to) % commonWords.length]}`,
      ];
      queries.add(asked[(at * 3 + to) % asked.length] ?? title);
      queries.add(asked[(at + to * 5 + 1) % asked.length] ?? title);
    }
  }
  return [...queries].slice(0, most);
}

const swapped = (word: string) => `${word[0]}${word[2] ?? ""}${word[1] ?? ""}${word.slice(3)}`;
