import type { Root } from "mdast";
import { isCommand } from "../../command";
import { walk } from "../../pipeline/tree";
import { placeholdersOf } from "../../placeholders";
import { FrontMatter } from "../../schema";
import type { Variable } from "../front-matter/new-front-matter";

const isSecret = /pass(?:word|wd|phrase)?(?![a-z])|contrase[nñ]a|secret|clave|token|api[_-]?key|credential/i;
/** More than these are rather a text about templates than a runbook. */
const most = 40;

/** The variables that a run will ask for, with the offset of the first command that uses each. */
export function variablesIn(tree: Root): { variable: Variable; at: number }[] {
  const found = new Map<string, { variable: Variable; at: number }>();
  walk(tree, (node) => {
    if (node.type !== "code" || !isCommand(node.lang, node.meta)) return undefined;
    for (const { name, label } of placeholdersOf(node.value)) {
      if (label || found.has(name) || !isName(name)) continue;
      const variable: Variable = isSecret.test(name) ? { name, secret: true } : { name };
      found.set(name, { variable, at: node.position?.start.offset ?? 0 });
    }
    return undefined;
  });
  return found.size > most ? [] : [...found.values()];
}

const isName = (name: string) => FrontMatter.shape.variables.safeParse([{ name }]).success;
