import type { List, ListItem } from "mdast";
import { textOf } from "../../pipeline/tree";
import { plainTitle } from "./labels";
import type { Maker } from "./maker";
import type { Block, FoundDecision } from "./proposal";

const answer = /^(\s*)((?:s[ií]|no|yes)(?!\p{L})[^→⇒:>-]{0,60}?)(\s*(?:→|⇒|->|=>|:|–|—)\s*)/iu;

/** Questions of a list whose answers stand below them, e.g. `- Does only one user fail?` with `- Yes → …`. */
export function decisionIn(list: List, make: Maker, needs: string): Block[] | null {
  const blocks = list.children.map((item) => decision(item, make.body));
  if (blocks.length === 0 || blocks.some((one) => one === null)) return null;
  return blocks.flatMap((one) => (one ? [make.decision(one, needs)] : []));
}

function decision(item: ListItem, body: string): FoundDecision | null {
  const [first, answers, ...rest] = item.children;
  const question = plainTitle(first);
  if (!question?.endsWith("?") || answers?.type !== "list" || rest.length > 0 || answers.children.length < 2)
    return null;
  const options = answers.children.map((one) => option(one, body));
  if (options.some((one) => one === null)) return null;
  return {
    question,
    start: item.position?.start.offset ?? 0,
    end: item.position?.end.offset ?? 0,
    answersAt: answers.position?.start.offset ?? 0,
    questionAt: first?.position?.start.offset ?? 0,
    options: options.filter((one) => one !== null),
  };
}

function option(item: ListItem, body: string): FoundDecision["options"][number] | null {
  const first = item.children[0];
  const start = item.position?.start.offset ?? 0;
  const end = item.position?.end.offset ?? 0;
  const from = first?.position?.start.offset ?? 0;
  if (first?.type !== "paragraph" || first.children[0]?.type !== "text" || textOf(first) === "") return null;
  const match = answer.exec(body.slice(from, end));
  return match ? { label: (match[2] ?? "").trim(), start, end, contentAt: from } : null;
}
