import { criticalities } from "../../schema";
import { authorWords, languageOf } from "../author-words";
import { formatDuration } from "../duration-words";
import { nearest } from "../nearest";
import { attributeOf } from "../structure/marks";
import { type Fix, type Fixer, type FixSource, fix, insert, suggested } from "./fix";

const required = ["title", "service", "lang", "owner"];

const scalar = (text: string) => (/^[\p{L}\p{N}][\p{L}\p{N} ._/-]*$/u.test(text) ? text : JSON.stringify(text));

/** What a required key would say: of what the text and its place tell. */
function valueFor(key: string, file: string, { doc, marks, lang }: FixSource): string {
  const [service = "", name = ""] = file
    .replace(/\.mdx?$/, "")
    .split("/")
    .slice(-2);
  const titled = marks.find((mark) => mark.kind === "heading" || (mark.kind === "tag" && attributeOf(mark, "title")));
  const title =
    titled?.kind === "heading" ? titled.title : titled?.kind === "tag" ? attributeOf(titled, "title") : null;
  const found: Record<string, string> = {
    title: title || name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " "),
    service,
    lang: languageOf(doc.sliceString(0, 4_000), lang),
    owner: authorWords(lang).owner,
  };
  return `${key}: ${scalar(found[key] ?? "")}`;
}

function addKeys(keys: string[], file: string, source: FixSource): Fix[] {
  const { doc } = source;
  const known = keys.filter((key) => required.includes(key));
  if (known.length === 0 || doc.line(1).text !== "---") return [];
  const lines = known.map((key) => `${valueFor(key, file, source)}\n`);
  return [fix("addKey", [insert(doc.line(Math.min(2, doc.lines)).from, lines.join(""))], { key: known.join(", ") })];
}

export const requiredKey: Fixer = ({ values, file }, _, source) => addKeys([values.key ?? ""], file, source);

export const partial: Fixer = ({ values, file }, _, source) => addKeys((values.keys ?? "").split("`, `"), file, source);

export const noFrontMatter: Fixer = ({ file }, _, source) => {
  const lines = required.map((key) => valueFor(key, file, source)).join("\n");
  return [fix("addFrontMatter", [insert(0, `---\n${lines}\n---\n\n`)])];
};

/** Closes the front matter before the first line that is no YAML. */
export const unclosed: Fixer = (_, __, { doc }) => {
  let last = 1;
  for (let number = 2; number <= doc.lines; number++) {
    const { text } = doc.line(number);
    if (text.trim() !== "" && !/^(?:[ \t]+\S|#\s|- |["']?[\w-]+["']?:(?:\s|$))/.test(text)) break;
    if (text.trim() === "" && last > 1) break;
    if (text.trim() !== "") last = number;
  }
  return [fix("closeFrontMatter", [insert(doc.line(last).to, "\n---")])];
};

export const engine: Fixer = (_, __, { doc }) => {
  const { from, to, text } = doc.line(1);
  return /^\s*---/.test(text) ? [fix("plainFrontMatter", [{ from, to, insert: "---" }])] : [];
};

export const unknownKey: Fixer = (problem, at, { doc }) => {
  const { key = "" } = problem.values;
  const quotes = doc.sliceString(at, at + 1).match(/["']/) ? 2 : 0;
  return suggested(problem)
    .filter((name) => !new RegExp(`^${name}:`, "m").test(doc.sliceString(0, 64_000).split(/\n---/)[0] ?? ""))
    .map((name) => fix("renameKey", [{ from: at, to: at + key.length + quotes, insert: name }], { name }));
};

export const otherService: Fixer = ({ values }, at, { doc }) => {
  const line = doc.lineAt(at);
  const colon = line.text.indexOf(":");
  const value = values.folder ?? "";
  return colon < 0
    ? []
    : [fix("setValue", [{ from: line.from + colon + 1, to: line.to, insert: ` ${value}` }], { value })];
};

const languages: [RegExp, string][] = [
  [/^(?:esp|spa|cast)/i, "es"],
  [/^(?:en|ing|ang)/i, "en"],
];

/** Right values of a key that stands alone in its line. */
const rightValues: Record<string, (text: string) => string[]> = {
  criticality: (text) => nearest(text, criticalities),
  lang: (text) => languages.flatMap(([pattern, lang]) => (pattern.test(text) ? [lang] : [])),
  reviewEvery: (text) => [formatDuration(text)].filter((one) => one !== null),
  reviewed: (text) => {
    const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
    return year ? [`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`] : [];
  },
  tags: (text) => [
    `[${text
      .split(/[,\s]+/)
      .filter(Boolean)
      .map(scalar)
      .join(", ")}]`,
  ],
  alerts: (text) => [`['${matcher(text).replaceAll("'", "''")}']`],
};

export const wrongValue: Fixer = ({ values }, at, { doc }) => {
  const { key = "" } = values;
  const line = doc.lineAt(at);
  const found = /^([\w-]+):[ \t]*(["']?)(.*?)\2[ \t]*(?:[ \t]#.*)?$/.exec(line.text);
  const right = rightValues[key];
  if (!found || found[1] !== key || !right) return [];
  return right(found[3] ?? "").map((value) =>
    fix("setValue", [{ from: line.from, to: line.to, insert: `${key}: ${value}` }], { value }),
  );
};

const matcher = (text: string) => (/[=~]/.test(text) ? text : `alertname="${text}"`);

/** The bare name of an alert is its `alertname`. */
export const wrongMatcher: Fixer = ({ values }, at, { doc }) => {
  const { value = "" } = values;
  if (!/^[A-Za-z_][\w-]*$/.test(value)) return [];
  const written = /^(["']?)([\w-]+)\1/.exec(doc.sliceString(at, at + 200));
  if (written?.[2] !== value) return [];
  const text = matcher(value);
  return [fix("setValue", [{ from: at, to: at + written[0].length, insert: `'${text}'` }], { value: text })];
};
