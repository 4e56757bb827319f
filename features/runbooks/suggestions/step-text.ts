/** What became of a step in a text, compared with another. */
export type StepChange = "same" | "changed" | "gone";

/**
 * The line (from 1) on which a step begins: that of the tag with its id, else the first that holds its title. 1 when neither is there.
 * @param text a runbook, finished or not
 */
export function lineOfStep(text: string, { stepId, stepTitle }: { stepId: string; stepTitle: string }): number {
  const lines = text.split("\n");
  const tagged = lines.findIndex((line) => hasId(line, stepId));
  const titled = tagged < 0 ? lines.findIndex((line) => line.includes(stepTitle)) : tagged;
  return Math.max(titled, 0) + 1;
}

/** Whether a step reads as it did. A plain Markdown step has no tag around it, so there the whole text counts. */
export function stepChange(before: string, now: string, stepId: string): StepChange {
  if (before === now) return "same";
  const [was, is] = [tagText(before, stepId), tagText(now, stepId)];
  if (was === null) return "changed";
  if (is === null) return "gone";
  return was === is ? "same" : "changed";
}

/** A `Step` or `Decision` with all that it holds; null where no tag has that id. Neither of them holds one of its own kind. */
function tagText(text: string, id: string): string | null {
  const lines = text.split("\n");
  const from = lines.findIndex((line) => hasId(line, id));
  const tag = /<(Step|Decision)\b/.exec(lines[from] ?? "")?.[1];
  if (!tag) return null;
  const rest = lines.slice(from).join("\n");
  const opening = /^[^>]*\/>/.exec(rest)?.[0];
  if (opening) return opening;
  const end = rest.indexOf(`</${tag}>`);
  return end < 0 ? rest : rest.slice(0, end);
}

const hasId = (line: string, id: string) =>
  /<(Step|Decision)\b/.test(line) && (line.includes(`id="${id}"`) || line.includes(`id='${id}'`));
