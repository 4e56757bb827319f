/** A rule of a style sheet: as it stands, with the classes that each of its selectors asks for; or a group of rules, e.g. `@media`. */
export type StyleRule = { text: string; wants: string[][] } | { head: string; rules: StyleRule[] };

const isGroup = /^@(media|supports|layer|container)\b/;

/** Reads a style sheet as a build makes it: minified, without comments. */
export function readStyles(css: string): StyleRule[] {
  const rules: StyleRule[] = [];
  for (let from = 0; from < css.length; ) {
    const at = endOf(css, from, "{;");
    const head = css.slice(from, at).trim();
    const close = css[at] === "{" ? endOf(css, at + 1, "}") : at;
    const body = css.slice(at + 1, close);
    if (close === at) rules.push({ text: head && `${head};`, wants: [] });
    else if (isGroup.test(head)) rules.push({ head, rules: readStyles(body) });
    else rules.push({ text: `${head}{${body}}`, wants: head.startsWith("@") ? [] : split(head).map(classesOf) });
    from = close + 1;
  }
  return rules;
}

/**
 * What a page needs of a style sheet: rules of which a selector may match, and all that are not about classes.
 * @param has whether a class occurs in the page, or may come to
 */
export const stylesFor = (rules: StyleRule[], has: (name: string) => boolean): string =>
  rules
    .map((rule) => {
      if ("text" in rule) return rule.wants.length === 0 || rule.wants.some((all) => all.every(has)) ? rule.text : "";
      const inside = stylesFor(rule.rules, has);
      return inside === "" ? "" : `${rule.head}{${inside}}`;
    })
    .join("");

/** All classes that a style sheet knows of. */
export const classesIn = (rules: StyleRule[]): string[] =>
  rules.flatMap((rule) => ("text" in rule ? rule.wants.flat() : classesIn(rule.rules)));

/** The classes without which a selector matches nothing. What stands in brackets, as in `:not(…)`, may be an alternative: it counts for none. */
function classesOf(selector: string): string[] {
  // An escaped bracket is a part of a name: written as its number while brackets are taken away.
  let bare = selector.replace(/\\([()[\]])/g, (_, sign: string) => `\\${sign.charCodeAt(0).toString(16)} `);
  for (let before = ""; before !== bare; ) {
    before = bare;
    bare = bare.replace(/\([^()]*\)|\[[^[\]]*\]/g, "");
  }
  return [...bare.matchAll(/\.((?:\\[0-9a-f]{1,6} ?|\\.|[\w-]|[^\0-\x7f])+)/gi)].map(([, name = ""]) =>
    unescaped(name),
  );
}

/** CSS Syntax Level 3, 4.3.7. */
const unescaped = (name: string): string =>
  name.replace(/\\(?:([0-9a-f]{1,6}) ?|(.))/gi, (_, code?: string, sign?: string) =>
    code === undefined ? (sign ?? "") : String.fromCodePoint(Number.parseInt(code, 16)),
  );

function split(selectors: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from <= selectors.length; ) {
    const at = endOf(selectors, from, ",");
    parts.push(selectors.slice(from, at));
    from = at + 1;
  }
  return parts;
}

/** Where the first of these signs stands from `from` on, outside of strings, escapes and brackets; without one, the text's end. */
function endOf(css: string, from: number, signs: string): number {
  let depth = 0;
  for (let at = from; at < css.length; at++) {
    const sign = css[at] as string;
    if (depth === 0 && signs.includes(sign)) return at;
    if (sign === "\\") at++;
    else if (sign === '"' || sign === "'") {
      for (at++; at < css.length && css[at] !== sign; at++) if (css[at] === "\\") at++;
    } else if ("([{".includes(sign)) depth++;
    else if (")]}".includes(sign)) depth--;
  }
  return css.length;
}
