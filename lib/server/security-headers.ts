import type { ServerResponse } from "node:http";
import { contentSecurityPolicy, type PolicyOptions } from "./content-security-policy";

/** `https`: it is reached by https, and browsers may hold on to that. */
export type HeaderOptions = PolicyOptions & { https: boolean };

/** What every answer of the portal carries. */
export const securityHeaders = (policy: HeaderOptions): Record<string, string> => ({
  "Content-Security-Policy": contentSecurityPolicy(policy),
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  // The title of an incident must not leave in a Referer; our own pages may know where they were reached from.
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  ...(policy.https ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
});

/** Sets them. */
export function setSecurityHeaders(response: ServerResponse, policy: HeaderOptions): void {
  for (const [name, value] of Object.entries(securityHeaders(policy))) response.setHeader(name, value);
}
