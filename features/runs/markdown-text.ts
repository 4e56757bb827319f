/** Text in a place where Markdown is read: titles and names are not Markdown. */
export const asText = (text: string): string => text.replace(/[\\`*_[\]<~]/g, "\\$&");
