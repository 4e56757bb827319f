import type { ServerResponse } from "node:http";
import { contentSecurityPolicy, type PolicyOptions } from "./content-security-policy";

/** Sets what every answer of the portal carries. `https`: it is reached by https, and browsers may hold on to that. */
export function setSecurityHeaders(response: ServerResponse, policy: PolicyOptions & { https: boolean }): void {
  const headers: Record<string, string> = {
    "Content-Security-Policy": contentSecurityPolicy(policy),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    // The title of an incident must not leave in a Referer; our own pages may know where they were reached from.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(policy.https ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
  };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
