import { evaluationQueries } from "../../test/search-evaluation/evaluate";
import { failures, parts } from "../library/parts";

/** Words that very many of the generated runbooks have: the dearest queries. */
export const commonWords =
  "restart reiniciar check comprobar error look mirar systemctl log memoria conexiones disk".split(" ");

/** What somebody types or pastes, and what kind of query that is. */
export type BenchQuery = { kind: string; text: string };

/**
 * Queries that are asked once each, of the kinds that the evaluation has: what goes wrong with a part as an alert, an error, a
 * symptom and a title say it, while it is typed, mistyped, without accents and in the other language; and the queries of the
 * evaluation themselves. Mixed, and the same each time.
 */
export function distinctQueries(most: number): BenchQuery[] {
  const queries = new Map<string, string>();
  for (const { kind, text } of evaluationQueries()) queries.set(text, kind);
  for (const [at, part] of parts.entries()) {
    for (const [to, failure] of failures.entries()) {
      const lang = (at + to) % 2 === 0 ? "es" : "en";
      const about = (text = "") => text.replaceAll("#", part.name);
      const title = about(failure.title[lang]);
      const symptom = about(failure.symptoms[lang][(at + to) % failure.symptoms[lang].length]);
      const asked: Record<string, string> = {
        alert: `${part.name}${failure.alert}`,
        error: `${part.name}: ${failure.error}`,
        symptom,
        title,
        "being typed": title.slice(0, -2),
        typo: mistyped(title),
        accentless: about(failure.symptoms.es[to % failure.symptoms.es.length])
          .normalize("NFD")
          .replace(/\p{M}/gu, ""),
        "cross-language": `${failure.cause[lang]} ${part.name}`,
      };
      for (const [kind, text] of Object.entries(asked)) if (!queries.has(text)) queries.set(text, kind);
    }
  }
  const all = [...queries].map(([text, kind]) => ({ kind, text }));
  const step = coprime(all.length);
  return all.map((_, at) => all[(at * step) % all.length] as BenchQuery).slice(0, most);
}

/** In every third word two letters have changed places. */
const mistyped = (text: string) =>
  text
    .split(" ")
    .map((word, at) =>
      at % 3 === 1 && word.length > 4 ? `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}` : word,
    )
    .join(" ");

/** A step that visits every place of a list once, far from the one before. */
function coprime(length: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let step = Math.max(1, Math.floor(length * 0.618));
  while (divisor(length, step) !== 1) step += 1;
  return step;
}
