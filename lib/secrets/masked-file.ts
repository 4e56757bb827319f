import { outgoingText } from "./outgoing-text";

/** The same text with its secrets masked; null for what is no text, or holds none. */
export async function maskedCopy(file: File): Promise<File | null> {
  if (!isText(file)) return null;
  const text = await file.text();
  const masked = outgoingText(text, new Set()).text;
  return masked === text ? null : new File([masked], file.name, { type: file.type });
}

/** By name and type: a file that only looks like text is masked where it holds secrets, and stays what it is elsewhere. */
export const isText = ({ type, name }: { type: string; name: string }): boolean =>
  /^(text\/|application\/(json|xml|yaml|x-yaml|x-sh|sql))/.test(type) ||
  /\.(txt|log|json|ya?ml|csv|md|conf|cfg|ini|env|sh|sql|xml|out|err)$/i.test(name);
