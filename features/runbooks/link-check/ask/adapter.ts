import { request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { type Address, addressesOf, isPrivate } from "../address/adapter";
import { type Answer, isAlive } from "../verdict";

export type AskOptions = {
  /** Private addresses are asked, too. */
  allowPrivate: boolean;
  /** Longest time for one address, redirects and a second try included. Milliseconds. */
  timeoutMs?: number;
};

const maxRedirects = 5;
const usualTimeoutMs = 8_000;
const agent = "BitacoraLinkCheck/1.0 (looks once a day whether the links of runbooks still lead somewhere)";

class Refusal extends Error {
  constructor(readonly answer: Answer) {
    super(answer.kind);
  }
}
const failed = (why: Exclude<Extract<Answer, { kind: "failed" }>["why"], "status">): Answer => ({
  kind: "failed",
  why,
  status: null,
});

/**
 * Asks whether an address is there: HEAD, and GET where that is not understood; no body is read. Each hop of a redirect is
 * resolved, judged and then asked at that very address, so that a name cannot mean another place a moment later. Sends neither
 * credentials nor cookies. Never throws.
 */
export async function ask(url: string, options: AskOptions): Promise<Answer> {
  const signal = AbortSignal.timeout(options.timeoutMs ?? usualTimeoutMs);
  try {
    const head = await follow(url, "HEAD", options, signal);
    const status = isAlive(head) && head !== 405 && head !== 501 ? head : await follow(url, "GET", options, signal);
    return isAlive(status) ? { kind: "ok", status } : { kind: "failed", why: "status", status };
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    if (signal.aborted) return failed("timeout");
    return failed(reasonOf(error));
  }
}

async function follow(
  start: string,
  method: "HEAD" | "GET",
  options: AskOptions,
  signal: AbortSignal,
): Promise<number> {
  let url = new URL(start);
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const { status, location } = await once(url, method, options, signal);
    if (status < 300 || status > 399 || location === undefined || status === 304) return status;
    if (!URL.canParse(location, url)) return status;
    url = new URL(location, url);
  }
  throw new Refusal(failed("redirects"));
}

async function once(url: URL, method: "HEAD" | "GET", { allowPrivate }: AskOptions, signal: AbortSignal) {
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new Refusal({ kind: "refused" });
  if (url.username !== "" || url.password !== "") throw new Refusal({ kind: "refused" });
  const addresses = await untilAborted(addressesOf(url.hostname), signal);
  if (!allowPrivate && addresses.some(({ address }) => isPrivate(address))) throw new Refusal({ kind: "private" });
  const [address] = addresses;
  if (!address) throw new Refusal(failed("dns"));
  return send(url, method, address, signal);
}

function send(url: URL, method: string, to: Address, signal: AbortSignal) {
  const options: RequestOptions = {
    method,
    signal,
    agent: false,
    maxHeaderSize: 32_768,
    headers: { "user-agent": agent, accept: "*/*" },
    // Pinned: the name was resolved and judged once, and is not asked for again.
    lookup: (_host, asked, done) =>
      asked.all ? done(null, [{ address: to.address, family: to.family }]) : done(null, to.address, to.family),
  };
  const request = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise<{ status: number; location: string | undefined }>((resolve, reject) => {
    const sent = request(url, options, (response: IncomingMessage) => {
      const { statusCode = 0, headers } = response;
      response.on("error", () => {}); // ended by ourselves: nobody reads the body
      response.destroy();
      resolve({ status: statusCode, location: headers.location });
    });
    sent.on("error", reject);
    sent.end();
  });
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new Error("aborted"));
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

function reasonOf(error: unknown): Exclude<Extract<Answer, { kind: "failed" }>["why"], "status"> {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^(ENOTFOUND|EAI_)/.test(code)) return "dns";
  if (/^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_|ERR_SSL)/.test(code)) return "certificate";
  if (/^(HPE_|ERR_HTTP|ERR_INVALID)/.test(code)) return "protocol";
  return code === "ETIMEDOUT" ? "timeout" : "connect";
}
