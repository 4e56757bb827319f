/** Namespaces of text that only the server renders: they are not sent to the browser. */
export const serverOnlyNamespaces: readonly string[] = ["reading", "server"];

/** The messages that client components may use. A client component must not use a server-only namespace. */
export function clientMessages<M extends Record<string, unknown>>(messages: M): Partial<M> {
  const sent = Object.entries(messages).filter(([namespace]) => !serverOnlyNamespaces.includes(namespace));
  return Object.fromEntries(sent) as Partial<M>;
}
