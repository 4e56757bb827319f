import { mayKeep, pageName } from "./addresses";
import type { Errand } from "./along";
import { keepFiles } from "./files";
import { asCopy, markOf, type Why } from "./page-mark";
import { patienceNow } from "./patience";
import type { FetchEvent } from "./scope";
import { dropPage, findCopy, forgetOthers, keepPage, session } from "./store";

let failedAt: number | null = null;

/** What stands in for a page that the network does not bring: `why` is said on it. Null when there is nothing. */
export type StandIn = ((why: Why) => Promise<Response>) | null;

/**
 * A page: from the network, else what stands in for it, else the page that says what there is. Copies are made as pages pass.
 * @param standIn for pages that are made anew rather than copied; left out, the copy
 */
export async function answerPage(
  event: FetchEvent,
  nothing: (path: string) => Promise<Response>,
  standIn?: StandIn,
): Promise<Response> {
  const path = pageName(new URL(event.request.url).pathname);
  const since = session();
  const network = fetch(event.request).catch(() => null);
  event.waitUntil(network.then((answer) => answer && notice(path, answer.clone(), since)));

  const other = standIn === undefined ? await copyOf(path) : standIn;
  const first = other ? await Promise.race([network, afterPatience()]) : await network;
  if (first === "slow") return other ? other("slow") : ((await network) ?? nothing(path));
  if (first === null) {
    failedAt = Date.now();
    return other ? other("offline") : nothing(path);
  }
  return first.status >= 500 && other ? other("failed") : first;
}

/**
 * A link that Next follows by itself. Where the network does not answer, an answer that is not Next's makes it load the page
 * as a whole, which `answerPage` then has a copy of.
 */
export async function answerNavigation(request: Request): Promise<Response> {
  const network = fetch(request).catch(() => null);
  const copy = await findCopy(pageName(new URL(request.url).pathname));
  const first = copy ? await Promise.race([network, afterPatience()]) : await network;
  if (first === null) failedAt = Date.now();
  return first instanceof Response ? first : new Response("", { headers: { "content-type": "text/html" } });
}

/** Makes a copy of a page that somebody is at, unless there is a fresh one. */
export async function keepCurrent(path: string): Promise<void> {
  const name = pageName(path);
  if (!mayKeep(name)) return;
  const known = await findCopy(name);
  if (known && Date.now() - Date.parse(known.kept.at) < 60_000) return;
  const since = session();
  const answer = await fetch(name, { headers: { accept: "text/html" } }).catch(() => null);
  if (answer && !answer.redirected) await notice(name, answer, since);
}

/** Fetches a page that nobody is at. */
export async function fetchCopy({ path, personal }: Errand, locale: string): Promise<void> {
  const since = session();
  const headers = { accept: "text/html", "accept-language": locale };
  const answer = await fetch(path, { credentials: personal ? "same-origin" : "omit", headers });
  if (answer.redirected) return;
  if (personal) return notice(path, answer, since);
  if (answer.ok) await keepPage(path, answer, since).then((kept) => kept && keepFiles(kept));
  else if (answer.status === 404) await dropPage(path);
}

/** Asks a page for whom it is: a session that was ended takes its copies along. */
export async function checkSession(): Promise<void> {
  const since = session();
  const answer = await fetch("/sign-in", { headers: { accept: "text/html" } }).catch(() => null);
  if (answer) await notice("/sign-in", answer, since);
}

/** Learns from a page that passes: keeps it, forgets it, and sees who is signed in. */
async function notice(path: string, answer: Response, since: number): Promise<void> {
  failedAt = null;
  if (answer.status >= 500 || !answer.headers.get("content-type")?.startsWith("text/html")) return;
  if ((answer.status === 404 || answer.status === 403) && mayKeep(path)) await dropPage(path);
  const { reader, build, ended } = markOf(await answer.clone().text(), answer.headers);
  if (build !== null && since === session() && (reader !== null || ended)) await forgetOthers(reader);
  if (!answer.ok || !mayKeep(path) || new URL(answer.url).search) return;
  const kept = await keepPage(path, answer, since);
  if (kept) await keepFiles(kept);
}

async function afterPatience(): Promise<"slow"> {
  await new Promise((resolve) => setTimeout(resolve, patienceNow(failedAt, Date.now())));
  failedAt = Date.now();
  return "slow";
}

async function copyOf(path: string): Promise<StandIn> {
  const copy = await findCopy(path);
  if (!copy) return null;
  const { answer, kept } = copy;
  return async (why) => new Response(asCopy(await answer.text(), kept.at, why), { headers: answer.headers });
}
