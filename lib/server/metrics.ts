import type { IncomingMessage, ServerResponse } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { openStreams } from "./open-streams";

export type Metrics = {
  contentType: string;
  /** Everything, in the Prometheus text format. */
  text: () => Promise<string>;
  /** Counts the request and times its answer. */
  observe: (request: IncomingMessage, response: ServerResponse) => void;
  /** Counts a runbook's page that was served without Next; cheap, because such a page takes less time than measuring it. */
  countPage: (answer: "memory" | "unchanged" | "rendered") => void;
  /** Counts one attempt at a job. */
  countJob: (task: string, outcome: "done" | "failed") => void;
};

/** What this process measures of itself. `version` is the product's. */
export function makeMetrics(version: string): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: "bitacora_http_request_duration_seconds",
    help: "Time from the request to the end of its answer, by method, kind of route and class of status.",
    labelNames: ["method", "route", "status"] as const,
    buckets: [0.0025, 0.005, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const jobs = new Counter({
    name: "bitacora_jobs_total",
    help: "Jobs done and attempts that failed, by task.",
    labelNames: ["task", "outcome"] as const,
    registers,
  });
  const served = { memory: 0, unchanged: 0, rendered: 0 };
  new Counter({
    name: "bitacora_pages_from_memory_total",
    help: "Runbook pages served in front of Next: from memory, as unchanged (304), or made for keeping at that moment.",
    labelNames: ["answer"] as const,
    registers,
    collect() {
      this.reset();
      for (const [answer, count] of Object.entries(served)) this.inc({ answer }, count);
    },
  });
  new Gauge({
    name: "bitacora_open_streams",
    help: "Live streams (server-sent events) open now.",
    registers,
    collect() {
      this.set(openStreams());
    },
  });
  new Gauge({
    name: "bitacora_build_info",
    help: "Always 1; the labels say which version runs on which Node.",
    labelNames: ["version", "node"] as const,
    registers,
  }).set({ version, node: process.versions.node }, 1);

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    countPage: (answer) => {
      served[answer] += 1;
    },
    countJob: (task, outcome) => jobs.inc({ task, outcome }),
    observe(request, response) {
      const stop = requests.startTimer({ method: methodLabel(request.method), route: routeGroup(request.url ?? "/") });
      response.once("close", () => stop({ status: `${Math.floor(response.statusCode / 100)}xx` }));
    },
  };
}

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const methodLabel = (method = "") => (methods.has(method) ? method : "other");

const groups: [RegExp, string][] = [
  [/^\/_next\//, "assets"],
  [/^\/api\/v1\/.*\/stream$/, "stream"],
  [/^\/api\/v1\/(\w+)/, "api/$1"],
  [/^\/api\/auth\b/, "auth"],
  [/^\/(runbooks|incidents|runs|search|sign-in|admin|account|updates)(?=\/|$)/, "$1"],
  [/^\/(healthz|readyz|metrics)$/, "operations"],
  [/^\/$/, "home"],
];
const apis = new Set(["runbooks", "search", "incidents", "runs", "drafts", "people", "tokens"]);

/** A label of few values, whatever addresses are asked for. */
export function routeGroup(url: string): string {
  const path = url.split("?", 1)[0] ?? "/";
  for (const [pattern, name] of groups) {
    const match = pattern.exec(path);
    if (!match) continue;
    if (name.startsWith("api/")) return apis.has(match[1] ?? "") ? `api/${match[1]}` : "api/other";
    return name.replace("$1", match[1] ?? "");
  }
  return "other";
}
