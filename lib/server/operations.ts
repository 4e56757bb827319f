import type { IncomingMessage, ServerResponse } from "node:http";
import { type Probe, type Reading, readiness } from "./health";
import type { Metrics } from "./metrics";

/**
 * Answers the addresses for whoever operates the portal, before Next is asked.
 * @returns whether the request was one of those
 */
export function answerOperations(
  request: IncomingMessage,
  response: ServerResponse,
  { probes, reading, metrics }: { probes: Record<string, Probe>; reading: () => Reading | null; metrics: Metrics },
): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const send = (status: number, type: string, body: string) =>
    response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
  const json = (status: number, value: unknown) =>
    send(status, "application/json; charset=utf-8", `${JSON.stringify(value)}\n`);

  switch (request.url?.split("?", 1)[0]) {
    case "/healthz":
      json(200, { status: "ok" });
      return true;
    case "/readyz":
      void readiness(probes).then((found) => {
        const far = reading();
        json(found.status === "ready" ? 200 : 503, far ? { ...found, reading: far } : found);
      });
      return true;
    case "/metrics":
      void metrics.text().then((text) => send(200, metrics.contentType, text));
      return true;
    default:
      return false;
  }
}
