/** Markdown as plain text: what stands out, links and escapes lose their signs and keep their words. */
export const plainLine = (text: string): string =>
  text
    .replaceAll(/!?\[((?:\\.|[^\]\\])*)\]\([^)\s]*\)/g, "$1")
    .replaceAll(/(\*\*|__)(?=\S)(.*?\S)\1/g, "$2")
    .replaceAll(/^\s*```[\w-]*\s*$/gm, "")
    .replaceAll(/\\([\\[\]<>`*_#>|~-])/g, "$1");
