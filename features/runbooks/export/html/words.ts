import type { Locale } from "@/lib/context";
import { fill, type Markup, markup } from "@/lib/offline/worker/markup";
import en from "@/messages/en.json";
import es from "@/messages/es.json";

const texts = {
  es: { ...flat(es.reading, "reading"), ...flat(es.exports, "exports") },
  en: { ...flat(en.reading, "reading"), ...flat(en.exports, "exports") },
};

/** Says a text of the interface, by its key in the messages, as HTML. */
export type Say = (key: string, values?: Record<string, string | number>) => Markup;

/** A text in one language. @throws when there is none of that name */
export function textIn(locale: Locale, key: string, values: Record<string, string | number> = {}): string {
  const text = texts[locale][key];
  if (text === undefined) throw new Error(`no message ${key}`);
  return fill(text, values);
}

/** Both languages, of which the style sheet shows the one that the document is in: a script may change it without a server. */
export const sayBoth: Say = (key, values) =>
  markup`<span class="t" lang="es">${textIn("es", key, values)}</span><span class="t" lang="en">${textIn("en", key, values)}</span>`;

/** One language alone, as on paper. */
export const sayIn =
  (locale: Locale): Say =>
  (key, values) =>
    markup`${textIn(locale, key, values)}`;

function flat(value: object, path: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
      typeof inner === "object" && inner !== null
        ? Object.entries(flat(inner, `${path}.${name}`))
        : [[`${path}.${name}`, String(inner)]],
    ),
  );
}
