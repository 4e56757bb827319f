import { createHash } from "node:crypto";

export type PolicyOptions = {
  dev: boolean;
  /** Origins besides ours that a form may lead to: signing in through an identity provider ends in a redirect there. */
  formTargets?: string[];
};

/** The hash source of an inline script (CSP Level 3, 2.3.1): of its exact text, in base64. */
export const hashSource = (script: string): string =>
  `'sha256-${createHash("sha256").update(script, "utf8").digest("base64")}'`;

/**
 * The Content-Security-Policy of a response. `scripts` are the inline scripts that may run; there is no other way for one to.
 * Hot reload needs inline scripts and `eval`, so development has them.
 */
export function contentSecurityPolicy({ dev, formTargets = [] }: PolicyOptions, scripts: string[] = []): string {
  const hashes = [...new Set(scripts.map(hashSource))];
  const directives = {
    "default-src": ["'self'"],
    "script-src": ["'self'", ...(dev ? ["'unsafe-inline'", "'unsafe-eval'"] : hashes)],
    "script-src-attr": ["'none'"],
    // Diagrams and the editor size what they draw with style attributes; styles cannot run code.
    "style-src": ["'self'", "'unsafe-inline'"],
    // Runbooks may show pictures from anywhere (FORMAT: http, https and relative URLs).
    "img-src": ["'self'", "data:", "blob:", "https:", "http:"],
    "font-src": ["'self'", "data:"],
    "connect-src": ["'self'", ...(dev ? ["ws:"] : [])],
    "worker-src": ["'self'", "blob:"],
    "manifest-src": ["'self'"],
    "media-src": ["'self'"],
    "object-src": ["'none'"],
    "frame-src": ["'none'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'", ...formTargets],
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(" ")}`)
    .join("; ");
}
