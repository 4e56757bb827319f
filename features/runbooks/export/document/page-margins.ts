/** The name of the pages that a service's runbooks are printed on (CSS Paged Media 3, 3.4). */
export const pageName = (service: string): string => `s-${service.replace(/[^a-zA-Z0-9-]/g, "-")}`;

const quoted = (text: string) => `"${text.replace(/["\\\n<]/g, " ")}"`;

/** The margins of paper: of which service, from which commit and day, and the number of the page. */
export function pageMargins(services: string[], from: string): string {
  const margin = (name: string, text: string) =>
    `@page ${name}{@bottom-left{content:${quoted(text)}}@bottom-right{content:counter(page) " / " counter(pages)}}`;
  const each = services.map(
    (service) => `${margin(pageName(service), `${service} · ${from}`)}.${pageName(service)}{page:${pageName(service)}}`,
  );
  return `${margin("", from)}${each.join("")}`;
}
