import en from "@/messages/en.json";
import es from "@/messages/es.json";

const style =
  "body{font:1.1rem/1.6 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.5rem;color-scheme:light dark}h1{font-size:1.4rem}section+section{margin-top:2.5rem}";

/** What a reader sees when nothing better can be shown: complete in itself, in both languages. */
export function sorryPage(): string {
  const part = (lang: string, { sorryTitle, sorryText, sorryRetry }: typeof es.server) =>
    `<section lang="${lang}"><h1>${sorryTitle}</h1><p>${sorryText}</p><p><a href="">${sorryRetry}</a></p></section>`;
  return (
    `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>${es.server.sorryTitle}</title>` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><style>${style}</style></head>` +
    `<body><main>${part("es", es.server)}${part("en", en.server)}</main></body></html>`
  );
}
