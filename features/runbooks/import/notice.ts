/** What an import did beyond copying, or what a person should look at. Lines are those of the imported text. */
export type Notice = { rule: NoticeRule; line: number; text: string };

/** What happened, in English; `{text}` is filled in. */
export const noticeRules = {
  "byte-order-mark": "The byte order mark was left out.",
  "line-ends": "Line ends were made \\n.",
  nul: "NUL characters are shown as {text}.",
  encoding: "The file was not UTF-8; it was read as {text}.",
  mojibake: "Damaged characters: {text}. Take the repair if it is right.",
  repaired: "Damaged characters were repaired: {text}.",
  "front-matter-broken": "The front matter could not be read, so it is shown as text: {text}.",
  "front-matter-key": "A runbook has no key `{text}`; it is shown as text.",
  "owner-wanted": "Nobody answers for this text yet: set `owner`.",
  "html-as-text": "HTML that a runbook does not allow is shown as text: {text}",
  "address-as-text": "An address that a page may not lead to is shown as text: {text}",
  "address-moved": "An address leads to where its file goes: {text}",
  "definition-shown": "A definition that nothing refers to is shown as text: {text}",
  "fence-info": "What stood after the language of a code fence is shown above it: {text}",
  "block-as-text": "This block could not be carried over as Markdown, so its source is shown as it is.",
  "file-as-text": "The file could not be carried over as Markdown, so its source is shown as it is.",
} as const;
export type NoticeRule = keyof typeof noticeRules;

/** A notice in English. */
export const formatNotice = ({ rule, text }: Notice): string => noticeRules[rule].replace("{text}", text);
