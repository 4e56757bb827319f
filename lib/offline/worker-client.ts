import { isFromWorker, type ToWorker } from "./worker/messages";

const container = (): ServiceWorkerContainer | null =>
  typeof navigator !== "undefined" && "serviceWorker" in navigator ? navigator.serviceWorker : null;

/** The build of this page; null while developing. */
export const pageBuild = (): string | null => document.documentElement.dataset.build ?? null;

/** Id of the person that this page is for; null for anybody. */
export const pageReader = (): string | null => document.documentElement.dataset.reader ?? null;

const copyTimeChanged = "bitacora:copy-time";

/** Says that what a kept page shows is of another moment than its copy. */
export function setCopyTime(at: string): void {
  document.documentElement.dataset.keptAt = at;
  window.dispatchEvent(new Event(copyTimeChanged));
}

/** @returns takes it back */
export function onCopyTime(changed: () => void): () => void {
  window.addEventListener(copyTimeChanged, changed);
  return () => window.removeEventListener(copyTimeChanged, changed);
}

/** Has the browser run our worker. Where pages come without a build (while developing), one from before is removed. */
export async function registerWorker(): Promise<ServiceWorkerRegistration | null> {
  const workers = container();
  if (!workers) return null;
  if (pageBuild() !== null) return workers.register("/sw.js", { updateViaCache: "none" }).catch(() => null);
  for (const registration of await workers.getRegistrations().catch(() => [])) await registration.unregister();
  return null;
}

/** Tells the worker something, once there is one. */
export function tellWorker(message: ToWorker): void {
  void container()?.ready.then(({ active }) => active?.postMessage(message));
}

/** After an answer that nobody is signed in: the worker finds out whether the session was ended, and then forgets what was its. */
export const checkSession = (): void => tellWorker({ type: "check" });

/**
 * Asks the worker; null when there is none, or it does not answer in time. A page that was loaded while the worker was installed
 * is not its client yet, and may ask all the same.
 */
export function askWorker<T>(message: ToWorker, withinMs = 5_000): Promise<T | null> {
  const workers = container();
  if (!workers || pageBuild() === null) return Promise.resolve(null);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data as T);
    setTimeout(() => resolve(null), withinMs);
    void workers.ready.then(({ active }) => active?.postMessage(message, [port2]));
  });
}

/** Calls back with the name of the build whose worker took over. @returns takes it back */
export function onNewBuild(heard: (build: string) => void): () => void {
  const listen = ({ data }: MessageEvent<unknown>) => {
    if (isFromWorker(data)) heard(data.build);
  };
  container()?.addEventListener("message", listen);
  return () => container()?.removeEventListener("message", listen);
}
