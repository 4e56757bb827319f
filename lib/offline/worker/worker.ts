import { kindOf, pageName } from "./addresses";
import { answerAsset, type Build, fetchFirst } from "./assets";
import { answerFile } from "./files";
import type { MakeFinder } from "./finder";
import { keepManners, manners } from "./manners";
import { isToWorker, type ToWorker } from "./messages";
import { offlinePage } from "./offline-page";
import { answerNavigation, answerPage, checkSession, keepCurrent } from "./pages";
import type { FetchEvent, WorkerScope } from "./scope";
import { answerSearch, find } from "./search";
import { noAnswer, searchPage } from "./search-page";
import { keepState, readState } from "./state";
import { dropOldAssets, findCopy, forgetDevice, forgetOthers, greet, listKept } from "./store";
import { takeAlong } from "./take-along";

/**
 * The service worker: keeps pages readable when the network or the portal is not there (docs/decisions/0020-the-service-worker.md).
 * A new one takes over at once: it answers pages of older builds with their own assets, which stay as long as a copy needs them.
 */
export function startWorker(scope: WorkerScope, build: Build, makeFinder: MakeFinder): void {
  const css = build.assets.filter((asset) => asset.endsWith(".css"));

  scope.addEventListener("install", (event) => event.waitUntil(fetchFirst(build).then(() => scope.skipWaiting())));
  scope.addEventListener("activate", (event) => event.waitUntil(takeOver(scope, build)));
  scope.addEventListener("fetch", (event) => {
    const answer = answerOf(event);
    if (answer) event.respondWith(answer);
  });
  scope.addEventListener("message", (event) => {
    if (isToWorker(event.data)) event.waitUntil(obey(event.data, (answer) => event.ports[0]?.postMessage(answer)));
  });

  function answerOf(event: FetchEvent): Promise<Response> | null {
    const { request } = event;
    const { method, mode } = request;
    const url = new URL(request.url);
    switch (kindOf({ method, mode, url, header: (name) => request.headers.get(name) }, scope.location.origin)) {
      case "page":
        return pageName(url.pathname) === "/search" ? searching(event, url) : answerPage(event, nothingKept);
      case "client-navigation":
        return answerNavigation(request);
      case "asset":
        return answerAsset(request, build);
      case "file":
        return answerFile(request);
      case "search":
        return answerSearch(request, makeFinder);
      case "posted-search":
        return searchPosted(request);
      case "sign-out":
        return signOut(request);
      default:
        return null;
    }
  }

  async function nothingKept(path: string): Promise<Response> {
    return offlinePage(path, await listKept(), await manners(), css);
  }

  /** The search page, made anew from the kept index where the portal does not answer. */
  async function searching(event: FetchEvent, url: URL): Promise<Response> {
    const query = (url.searchParams.get("q") ?? "").trim().slice(0, 4_000);
    return answerPage(event, nothingKept, async () => {
      const answered = query === "" ? noAnswer : await find(query, 40, makeFinder);
      if (!answered) return nothingKept("/search");
      const pages = new Set((await listKept()).map(({ path }) => path));
      return searchPage(query, answered, pages, await manners(), css);
    });
  }

  /** The same for a text that a form sends: several lines, which are kept nowhere. */
  async function searchPosted(request: Request): Promise<Response> {
    const form = request.clone().formData();
    const answer = await fetch(request).catch(() => null);
    if (answer && answer.status < 500) return answer;
    const text = String((await form.catch(() => null))?.get("q") ?? "").slice(0, longestPosted);
    const answered = await find(text, 40, makeFinder);
    if (!answered) return answer ?? nothingKept("/search");
    const pages = new Set((await listKept()).map(({ path }) => path));
    return searchPage(text.trim().split("\n")[0] ?? "", answered, pages, await manners(), css);
  }

  async function obey(message: ToWorker, answer: (value: unknown) => void): Promise<void> {
    switch (message.type) {
      case "here":
        await scope.clients.claim(); // the page may have been loaded while this worker was installed
        await keepManners(message.manners);
        await keepCurrent(message.path);
        return takeAlong(build);
      case "kept":
        return answer((await findCopy(pageName(message.path)))?.kept ?? null);
      case "state":
        return keepState(message.reader, message.name, message.state);
      case "last-state":
        return answer(await readState(message.name));
      case "check":
        return checkSession();
      case "reader":
        return greet(message.reader);
      case "list":
        return answer(await listKept());
      case "forget":
        await forgetDevice();
        return answer(true);
    }
  }
}

/** Longest text that is searched here, in characters. */
const longestPosted = 1_000_000;

async function takeOver(scope: WorkerScope, build: Build): Promise<void> {
  await dropOldAssets(build.id);
  await scope.clients.claim();
  for (const page of await scope.clients.matchAll({ includeUncontrolled: true }))
    page.postMessage({ type: "build", build: build.id });
}

/** Private copies are gone before the page hears that the session is over. */
async function signOut(request: Request): Promise<Response> {
  const answer = await fetch(request);
  if (answer.ok || answer.type === "opaqueredirect") await forgetOthers(null);
  return answer;
}
