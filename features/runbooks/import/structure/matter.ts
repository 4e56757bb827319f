import type { Root } from "mdast";
import { textOf } from "../../pipeline/tree";
import type { Extra } from "../front-matter/new-front-matter";
import { alertIn, factIn } from "./facts";
import { labelOf, plainTitle } from "./labels";
import type { Maker } from "./maker";
import type { ProposeInput, Reason } from "./proposal";
import { rangeOf } from "./steps";
import { variablesIn } from "./variables";

type Plain = Exclude<Extra, { key: "variables" }>;

/** Words from its beginning to its end, and no line that leads to something. */
const isSentence = /^[¿¡"«]?\p{L}.{18,}[^:：]$/u;

/** Front matter that the text itself states: the title, what it is about, who answers for it, since when, which alerts. */
export function proposeMatter(tree: Root, make: Maker, { keys, title }: Pick<ProposeInput, "keys" | "title">): void {
  const { structure } = make;
  const extra = (key: Plain["key"], value: Plain["value"], offset: number, why: Reason) => {
    if (keys.has(key) || structure.extras.some((one) => one.key === key)) return;
    const shown = Array.isArray(value) ? value.join(", ") : value;
    const proposal = make.propose("front-matter", offset, `${key}: ${shown}`, why, null);
    structure.extras.push({ key, value, proposal });
  };
  const first = tree.children.find((node) => node.type === "heading");
  if (first?.type === "heading" && first.depth === 1 && plainTitle(first) === title) {
    const proposal = make.propose("title", rangeOf(first).start, title, "first-heading", null);
    structure.cuts.push({ ...rangeOf(first), proposal });
  }
  const index = first ? tree.children.indexOf(first) + 1 : 0;
  const lead = tree.children[index];
  const summary = lead?.type === "paragraph" && labelOf(lead) === null ? plainTitle(lead) : null;
  if (lead && summary && isSentence.test(summary)) extra("summary", summary, rangeOf(lead).start, "first-paragraph");
  for (const node of tree.children) {
    if (node.type !== "paragraph") continue;
    for (const line of textOf(node).split("\n")) {
      const fact = factIn(line);
      if (fact) extra(fact.key, fact.value, rangeOf(node).start, "line-of-facts");
    }
  }
  const alerts = tree.children.flatMap((node) => {
    const name = node.type === "heading" ? alertIn(textOf(node)) : null;
    return name && !/["\\]/.test(name) ? [{ name, at: rangeOf(node).start }] : [];
  });
  const names = [...new Set(alerts.map((one) => `alertname="${one.name}"`))];
  if (names.length > 0) extra("alerts", names, alerts[0]?.at ?? 0, "alert-name");
  if (keys.has("variables")) return;
  for (const { variable, at } of variablesIn(tree)) {
    const what = `${variable.name}${variable.secret ? " (secret)" : ""}`;
    const proposal = make.propose("variable", at, what, "variable-in-command", null);
    structure.extras.push({ key: "variables", value: variable, proposal });
  }
}
