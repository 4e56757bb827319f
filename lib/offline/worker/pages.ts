import { mayKeep, pageName } from "./addresses";
import { manners } from "./manners";
import { offlinePage } from "./offline-page";
import { asCopy, markOf, type Why } from "./page-mark";
import { patienceNow } from "./patience";
import type { FetchEvent } from "./scope";
import { dropPage, findCopy, forgetOthers, keepPage, listKept, session } from "./store";

let failedAt: number | null = null;

/** A page: from the network, else the copy of it, else the page that says what there is. Copies are made as pages pass. */
export async function answerPage(event: FetchEvent, css: string[]): Promise<Response> {
  const path = pageName(new URL(event.request.url).pathname);
  const since = session();
  const network = fetch(event.request).catch(() => null);
  event.waitUntil(network.then((answer) => answer && notice(path, answer.clone(), since)));

  const copy = await findCopy(path);
  const first = copy ? await Promise.race([network, afterPatience()]) : await network;
  if (first === "slow") return copyOf(copy, "slow") ?? (await network) ?? offline(css);
  if (first === null) return copyOf(copy, "offline") ?? offline(css);
  if (first.status >= 500) return copyOf(copy, "failed") ?? first;
  return first;
}

/**
 * A link that Next follows by itself. Where the network does not answer, an answer that is not Next's makes it load the page
 * as a whole, which `answerPage` then has a copy of.
 */
export async function answerNavigation(request: Request): Promise<Response> {
  const network = fetch(request).catch(() => null);
  const copy = await findCopy(pageName(new URL(request.url).pathname));
  const first = copy ? await Promise.race([network, afterPatience()]) : await network;
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

/** Learns from a page that passes: keeps it, forgets it, and sees who is signed in. */
async function notice(path: string, answer: Response, since: number): Promise<void> {
  failedAt = null;
  if (!answer.headers.get("content-type")?.startsWith("text/html")) return;
  if ((answer.status === 404 || answer.status === 403) && mayKeep(path)) await dropPage(path);
  if (answer.status >= 500) return;
  const { reader, build } = markOf(await answer.clone().text());
  if (build !== null && since === session()) await forgetOthers(reader);
  if (answer.ok && mayKeep(path) && !new URL(answer.url).search) await keepPage(path, answer, session());
}

async function afterPatience(): Promise<"slow"> {
  await new Promise((resolve) => setTimeout(resolve, patienceNow(failedAt, Date.now())));
  failedAt = Date.now();
  return "slow";
}

function copyOf(copy: Awaited<ReturnType<typeof findCopy>>, why: Why): Promise<Response> | null {
  if (!copy) return null;
  failedAt = Date.now();
  const { answer, kept } = copy;
  return answer.text().then((html) => new Response(asCopy(html, kept.at, why), { headers: answer.headers }));
}

async function offline(css: string[]): Promise<Response> {
  failedAt = Date.now();
  return offlinePage(await listKept(), await manners(), css);
}
