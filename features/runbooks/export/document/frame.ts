import type { Locale } from "@/lib/context";
import { markup } from "@/lib/offline/worker/markup";

export type Frame = {
  lang: Locale;
  title: string;
  css: string;
  /** Runs when the document is there; inline, let in by its hash. */
  script: string;
  /** The document's own Content-Security-Policy. */
  policy: string;
};

/** Everything before the content of a document that stands by itself. */
export const opening = ({ lang, title, css, policy }: Frame): string =>
  markup`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer"><link rel="icon" href="data:,"><title>${title}</title><style>${{ html: css }}</style></head>
<body>
`.html;

/** Everything after it. @param data what the script needs, as JSON */
export const closing = ({ script }: Frame, data: unknown): string =>
  `<script type="application/json" id="data">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>
<script>${script}</script>
</body></html>
`;

/** Nothing is fetched, nothing runs but the one script, and nothing looks but by the one style sheet (CSP Level 3). */
export const ownPolicy = (styleHash: string, scriptHash: string): string =>
  [
    "default-src 'none'",
    `style-src ${styleHash}`,
    `script-src ${scriptHash}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
