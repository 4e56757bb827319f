import { readdir } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { textOf } from "@/lib/http/json-answer";
import { pour } from "@/lib/realtime/event-stream";
import { outletOfServer } from "@/lib/realtime/outlet";

type Params = Record<string, string | string[]>;
type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;
type Segment = { text: string } | { name: string; rest: boolean };
type Route = { segments: Segment[]; handlers: Record<string, unknown> };

/** Answers a request that is for one of the routes; `false` when it is not, and somebody else has to. */
export type ApiRoutes = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * Serves the route handlers of a folder without Next between them and the socket: the handlers know only `Request` and
 * `Response`, and what Next adds to each call costs more than most of them do (docs/decisions/0018-the-api-in-front-of-next.md).
 * @param dir folder of `route.ts` files in Next's naming, or of what was bundled of them
 * @param base address of that folder, e.g. `/api/v1`
 */
export async function apiRoutes(dir: string, base: string): Promise<ApiRoutes> {
  const routes = await routesOf(dir);
  return async (request, response) => {
    const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "localhost"}`);
    if (!url.pathname.startsWith(`${base}/`)) return false;
    const found = match(routes, url.pathname.slice(base.length + 1).split("/"));
    if (!found) return false;
    const handler = found.route.handlers[request.method ?? ""];
    if (typeof handler !== "function") return false;
    const asked = webRequest(request, response, url);
    await send(await (handler as Handler)(asked, { params: Promise.resolve(found.params) }), response);
    return true;
  };
}

// All of them at the start: a file that changes on the disk later belongs to another version.
async function routesOf(dir: string): Promise<Route[]> {
  const files = await routeFiles(dir);
  const routes = await Promise.all(
    files.map(async (file): Promise<Route> => {
      const segments = path.dirname(file).split(path.sep).map(segmentOf);
      return { segments, handlers: await import(pathToFileURL(path.join(dir, file)).href) };
    }),
  );
  return routes.sort((a, b) => rank(a) - rank(b));
}

/** The route handlers below a folder, as they were written or bundled. */
export const routeFiles = async (dir: string): Promise<string[]> =>
  (await readdir(dir, { recursive: true })).filter((file) => /^route\.(ts|mjs)$/.test(path.basename(file)));

const segmentOf = (text: string): Segment => {
  const name = /^\[(\.{3})?(.+)\]$/.exec(text);
  return name?.[2] ? { name: name[2], rest: name[1] !== undefined } : { text };
};

/** A fixed name is a better match than a parameter. */
const rank = ({ segments }: Route) => segments.filter((segment) => "name" in segment).length;

function match(routes: Route[], parts: string[]): { route: Route; params: Params } | null {
  for (const route of routes) {
    const params = paramsOf(route.segments, parts);
    if (params) return { route, params };
  }
  return null;
}

function paramsOf(segments: Segment[], parts: string[]): Params | null {
  const params: Params = {};
  for (const [index, segment] of segments.entries()) {
    const part = parts[index];
    if (!part) return null;
    if ("text" in segment) {
      if (segment.text !== part) return null;
    } else if (segment.rest) {
      const rest = parts.slice(index).map(decoded);
      if (rest.some((text) => text === null)) return null;
      return { ...params, [segment.name]: rest as string[] };
    } else {
      const text = decoded(part);
      if (text === null) return null;
      params[segment.name] = text;
    }
  }
  return parts.length === segments.length ? params : null;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function webRequest(request: IncomingMessage, response: ServerResponse, url: URL): Request {
  const headers = new Headers();
  for (let at = 0; at + 1 < request.rawHeaders.length; at += 2) {
    headers.append(request.rawHeaders[at] as string, request.rawHeaders[at + 1] as string);
  }
  // What the front has set on the request counts more than what came over the wire.
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === "string") headers.set(name, value);
  if (request.method === "GET" || request.method === "HEAD") return bodiless(request.method, url, headers, response);
  const asked = new Request(url, {
    method: request.method,
    headers,
    body: Readable.toWeb(request) as ReadableStream<Uint8Array>,
    duplex: "half",
  } as RequestInit);
  return Object.defineProperty(asked, "signal", { get: () => leaving(response) });
}

/**
 * A `Request` without a body, of which there is what can be asked of one. A whole one makes a signal, asked for or not, and stays with
 * it in memory until all of the memory is gone through.
 */
function bodiless(method: string, url: URL, headers: Headers, response: ServerResponse): Request {
  const fixed = { method, url: url.href, headers, body: null, bodyUsed: false };
  const asked = Object.create(Request.prototype) as Request;
  for (const [name, value] of Object.entries(fixed)) Object.defineProperty(asked, name, { value });
  return Object.defineProperty(asked, "signal", { get: () => leaving(response) });
}

const signals = new WeakMap<ServerResponse, AbortSignal>();

/**
 * Aborts when who asked leaves before the answer is whole. Made when it is asked for, which few do: a signal that a `Request` is given
 * keeps it in memory until all of the memory is gone through.
 */
function leaving(response: ServerResponse): AbortSignal {
  const before = signals.get(response);
  if (before) return before;
  const left = new AbortController();
  if (response.destroyed) left.abort();
  response.once("close", () => {
    if (!response.writableFinished) left.abort(); // whoever has the whole answer did not leave
  });
  signals.set(response, left.signal);
  return left.signal;
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) if (name !== "set-cookie") response.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("set-cookie", cookies);
  const text = textOf(answer);
  if (text !== undefined) return void whole(Buffer.from(text), response);
  if (!answer.body) return void response.end();
  if (pour(answer, () => outletOfServer(response))) return;
  const open = answer.headers.get("content-type")?.startsWith("text/event-stream");
  if (open || answer.headers.has("content-disposition")) return flow(answer.body, response);
  whole(Buffer.from(await answer.arrayBuffer()), response);
}

function whole(bytes: Buffer, response: ServerResponse): void {
  response.setHeader("content-length", bytes.byteLength);
  response.end(bytes);
}

/** Hands an open stream, or a file, on as it comes, no faster than the reader takes it, until either side ends it. */
async function flow(body: ReadableStream<Uint8Array>, response: ServerResponse): Promise<void> {
  const reader = body.getReader();
  response.once("close", () => void reader.cancel().catch(() => {}));
  response.flushHeaders();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (!response.write(part.value) && !response.destroyed) await drained(response);
  }
  response.end();
}

/** Waits until there is room again, or nobody to write to. */
const drained = (response: ServerResponse) =>
  new Promise<void>((resolve) => {
    const resume = () => {
      response.off("drain", resume).off("close", resume);
      resolve();
    };
    response.once("drain", resume).once("close", resume);
  });
