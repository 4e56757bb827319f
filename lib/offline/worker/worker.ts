import { kindOf } from "./addresses";
import { answerAsset, type Build, fetchFirst, fetchRest } from "./assets";
import { keepManners } from "./manners";
import { isToWorker, type ToWorker } from "./messages";
import { answerNavigation, answerPage, keepCurrent } from "./pages";
import type { FetchEvent, WorkerScope } from "./scope";
import { forgetDevice, forgetOthers, listKept, tidy } from "./store";

/**
 * The service worker: keeps pages readable when the network or the portal is not there (docs/decisions/0020-the-service-worker.md).
 * A new one takes over at once: it answers pages of older builds with their own assets, which stay as long as a copy needs them.
 */
export function startWorker(scope: WorkerScope, build: Build): void {
  const css = build.assets.filter((asset) => asset.endsWith(".css"));

  scope.addEventListener("install", (event) => event.waitUntil(fetchFirst(build).then(() => scope.skipWaiting())));
  scope.addEventListener("activate", (event) => event.waitUntil(takeOver(scope, build)));
  scope.addEventListener("fetch", (event) => {
    const answer = answerOf(event);
    if (answer) event.respondWith(answer);
  });
  scope.addEventListener("message", (event) => {
    if (isToWorker(event.data)) event.waitUntil(obey(event.data, event.ports[0]));
  });

  function answerOf(event: FetchEvent): Promise<Response> | null {
    const { request } = event;
    const asked = { ...pick(request), url: new URL(request.url), header: (name: string) => request.headers.get(name) };
    switch (kindOf(asked, scope.location.origin)) {
      case "page":
        return answerPage(event, css);
      case "client-navigation":
        return answerNavigation(request);
      case "asset":
        return answerAsset(request, build);
      case "sign-out":
        return signOut(request);
      default:
        return null;
    }
  }

  async function obey(message: ToWorker, port: MessagePort | undefined): Promise<void> {
    switch (message.type) {
      case "here":
        await keepManners(message.manners);
        await keepCurrent(message.path);
        await fetchRest(build).catch(() => undefined);
        return tidy(build.id);
      case "list":
        return port?.postMessage(await listKept());
      case "forget":
        await forgetDevice();
        return port?.postMessage(true);
    }
  }
}

const pick = ({ method, mode }: Request) => ({ method, mode });

async function takeOver(scope: WorkerScope, build: Build): Promise<void> {
  await tidy(build.id);
  await scope.clients.claim();
  for (const page of await scope.clients.matchAll()) page.postMessage({ type: "build", build: build.id });
}

/** Private copies are gone before the page hears that the session is over. */
async function signOut(request: Request): Promise<Response> {
  const answer = await fetch(request);
  if (answer.ok || answer.type === "opaqueredirect") await forgetOthers(null);
  return answer;
}
