/** A piece of HTML that is safe to put into more. */
export type Markup = { html: string };
type Value = string | number | Markup | Markup[];

const text = (value: string) => value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const rendered = (value: Value): string => {
  if (Array.isArray(value)) return value.map(({ html }) => html).join("");
  return typeof value === "object" ? value.html : text(String(value));
};

/** HTML with everything that is put into it escaped, but what is markup itself. */
export const markup = (parts: TemplateStringsArray, ...values: Value[]): Markup => ({
  html: parts.reduce((all, part, at) => all + rendered(values[at - 1] ?? "") + part),
});

/** The text with `{name}` replaced. */
export const fill = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
