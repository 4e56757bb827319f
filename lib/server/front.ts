import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { peerHeader } from "@/lib/auth/client-address";
import { log } from "@/lib/log";
import type { ApiRoutes } from "./api-routes";
import { limitBody } from "./body-limit";
import type { Probe, Reading } from "./health";
import type { Metrics } from "./metrics";
import { answerOperations } from "./operations";
import type { AnswerPage } from "./page-cache/page-cache";
import { type SealPage, shapeResponse } from "./response-shaper";
import { pageSealer } from "./seal-page";
import { type HeaderOptions, setSecurityHeaders } from "./security-headers";
import { sessionHint } from "./session-hint";
import { sorryPage } from "./sorry-page";
import type { AnswerWorker } from "./worker-bundle";

/** A file of 25 MB over a slow uplink takes this long; other bodies are small and cut off by their size. */
const uploadMs = 300_000;

type Front = {
  pages: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Answers what it can before Next is asked. */
  api: ApiRoutes;
  worker: AnswerWorker;
  /** Runbook pages from memory: asked first of all, because it answers in a fraction of what the rest takes. */
  memory: AnswerPage;
  probes: Record<string, Probe>;
  reading: () => Reading | null;
  metrics: Metrics;
  policy: HeaderOptions;
};

/**
 * The server in front of Next: every answer leaves through here with the security headers, and every HTML page with a policy
 * that names its inline scripts by hash (docs/decisions/0001-one-process.md).
 */
export function frontServer(front: Front): Server {
  const seal = pageSealer(front.policy);
  const hint = sessionHint();
  return createServer(
    { headersTimeout: 10_000, requestTimeout: uploadMs, keepAliveTimeout: 65_000, connectionsCheckingInterval: 5_000 },
    (request, response) => {
      hint(request, response);
      const otherwise = () => answer(front, seal, request, response);
      if (!front.memory(request, response, otherwise)) otherwise();
    },
  );
}

function answer(front: Front, seal: SealPage, request: IncomingMessage, response: ServerResponse) {
  const { probes, reading, metrics, policy } = front;
  request.headers[peerHeader] = request.socket.remoteAddress; // Next's routes cannot see the socket; a client's own claim is overwritten
  setSecurityHeaders(response, policy);
  metrics.observe(request, response);
  if (answerOperations(request, response, { probes, reading, metrics })) return;
  if (!limitBody(request, response)) return;
  shapeResponse(request, response, seal);
  if (front.worker(request, response)) return;
  reply(front, request, response).catch((error: unknown) => {
    log.error("a request failed", { method: request.method, url: request.url, error });
    if (response.headersSent) response.destroy();
    else response.writeHead(503, { "content-type": "text/html; charset=utf-8", "retry-after": "5" }).end(sorryPage());
  });
}

async function reply({ api, pages }: Front, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!(await api(request, response))) await pages(request, response);
}
