import type { Root } from "mdast";
import { stringify } from "yaml";
import { defaultFrontMatter } from "../../pipeline/default-front-matter";
import { textOf } from "../../pipeline/tree";
import { FrontMatter } from "../../schema";
import type { OldFrontMatter } from "./old-front-matter";

/** What a person says about the runbook, whatever its text says. */
export type Given = { title?: string; lang?: string; owner?: string; criticality?: string };
export type Wanted = { path: string; service: string; given: Given };
export type Variable = { name: string; secret?: true };
/** A key that may be set besides the required ones. */
export type Extra =
  | { key: "summary" | "owner" | "reviewed" | "criticality" | "alerts"; value: string | string[] }
  /** One of the variables; they stand together. */
  | { key: "variables"; value: Variable };

const nobody = { es: "Sin asignar", en: "Unassigned" };

/** The required keys that the old front matter leaves out, from the text, its folder and its language. */
export function missingKeys(old: OldFrontMatter, tree: Root, wanted: Wanted): Record<string, string> {
  const guessed = defaultFrontMatter(wanted.path, tree);
  const hint = (...keys: string[]) => keys.map((key) => old.hints.get(key)?.trim()).find(Boolean);
  const first = tree.children.find((node) => node.type === "heading");
  const name = wanted.path.split("/").at(-1) ?? "";
  const title = hint("title") ?? (first && textOf(first).replace(/\s+/g, " ").slice(0, 300).trim()) ?? "";
  const { given } = wanted;
  const lang = validLang(given.lang) ?? validLang(hint("lang", "language")) ?? guessed.lang;
  const values: Record<string, string> = {
    title: given.title || title || titleFrom(name),
    service: wanted.service,
    lang,
    owner: given.owner || hint("owner", "team") || (lang.startsWith("es") ? nobody.es : nobody.en),
    ...(given.criticality && { criticality: given.criticality }),
  };
  return Object.fromEntries(Object.entries(values).filter(([key]) => !old.keys.has(key)));
}

/** Front matter: what was there as it was, then what is added, as `key: value` lines. */
export function writeFrontMatter(old: OldFrontMatter, missing: Record<string, string>, extras: Extra[]): string {
  const more = extras.filter(({ key }) => !old.keys.has(key));
  const variables = more.flatMap((one) => (one.key === "variables" ? [one.value] : []));
  const values = Object.fromEntries([
    ...Object.entries(missing),
    ...more.flatMap((one) => (one.key === "variables" ? [] : [[one.key, one.value]])),
    ...(variables.length > 0 ? [["variables", variables]] : []),
  ]);
  const yaml = Object.keys(values).length > 0 ? stringify(values, { lineWidth: 0 }) : "";
  // Required keys come first, as in every runbook.
  return `---\n${yaml}${old.kept ? `${old.kept}\n` : ""}---\n`;
}

const titleFrom = (name: string) => {
  const words = name.replaceAll(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1) || "Runbook";
};

function validLang(lang: string | undefined): string | undefined {
  return lang && FrontMatter.shape.lang.safeParse(lang).success ? lang : undefined;
}

/** Whether the owner of a runbook stands for nobody. */
export const isNobody = (owner: string): boolean => owner === nobody.es || owner === nobody.en;
