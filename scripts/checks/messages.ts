import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";

export type Messages = { [key: string]: string | Messages };

/** What differs between two languages, a sentence each: keys that one lacks, and placeholders or tags that are not the same. */
export function compareMessages(a: Messages, b: Messages, names: [string, string]): string[] {
  const [left, right] = [flatten(a), flatten(b)];
  const lacking = (from: Map<string, string>, other: Map<string, string>, name: string) =>
    [...other.keys()].filter((key) => !from.has(key)).map((key) => `${name} lacks ${key}`);
  const different = [...left].flatMap(([key, text]) => {
    const counterpart = right.get(key);
    if (counterpart === undefined) return [];
    try {
      const [one, two] = [placeholders(text), placeholders(counterpart)];
      return one === two ? [] : [`${key}: ${names[0]} uses ${one || "nothing"}, ${names[1]} uses ${two || "nothing"}`];
    } catch (error) {
      return [`${key}: ${(error as Error).message}`];
    }
  });
  return [...lacking(left, right, names[0]), ...lacking(right, left, names[1]), ...different];
}

function flatten(messages: Messages, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]): [string, string][] =>
      typeof value === "string" ? [[`${prefix}${key}`, value]] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

/** Names and kinds of what a message is filled with, sorted. @throws Error where the ICU syntax is wrong */
function placeholders(message: string): string {
  const found = new Set<string>();
  const visit = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      found.add(element.type === TYPE.tag ? `<${element.value}>` : `{${element.value}}`);
      if (element.type === TYPE.tag) visit(element.children);
      if (element.type === TYPE.select || element.type === TYPE.plural) {
        for (const option of Object.values(element.options)) visit(option.value);
      }
    }
  };
  visit(parse(message));
  return [...found].sort().join(" ");
}
