import { log } from "@/lib/log";
import { contentSecurityPolicy, type PolicyOptions } from "./content-security-policy";
import { inlineScripts } from "./inline-scripts";
import { isKnownScript } from "./known-scripts";
import { paintFirst, starter } from "./paint-first";
import type { SealPage } from "./response-shaper";

const reported = new Set<string>();

/**
 * Gives a finished page its last form, and the policy that lets its own inline scripts run, and no other. In development it stays as it
 * is, and all may run.
 */
export function pageSealer(policy: PolicyOptions): SealPage {
  return (page, response) => {
    if (policy.dev) return page;
    // A page that came with a stricter policy of its own keeps it.
    if (response.getHeader("Content-Security-Policy") !== contentSecurityPolicy(policy)) return page;
    const html = paintFirst(page.toString("utf8"));
    const scripts = inlineScripts(html);
    const known = scripts.filter((script) => script === starter || isKnownScript(script));
    for (const script of scripts) if (!known.includes(script)) report(script);
    response.setHeader("Content-Security-Policy", contentSecurityPolicy(policy, known));
    return Buffer.from(html);
  };
}

// Once each: it is either an attempt to smuggle code in, or a new habit of Next's that `known-scripts` must learn.
function report(script: string) {
  const start = script.slice(0, 200);
  if (reported.has(start) || reported.size > 100) return;
  reported.add(start);
  log.warn("an inline script is not allowed to run: Next and React do not write it", { start });
}
