import { assetsCache, buildOf } from "./cache-names";

/** What a build is made of, told to its worker when it is bundled. */
export type Build = {
  id: string;
  /** Paths below `/_next/static/` and `/reader/`: their names hold a hash of their content, so the same name is the same bytes in every build. */
  assets: string[];
};

/** Files that the worker's own pages cannot do without. */
const first = (asset: string) => /\.(css|woff2|svg)$/.test(asset);
const atOnce = 4;

/** An asset from any build's cache, else from the network. Old pages find theirs although the server has only new ones. */
export async function answerAsset(request: Request, build: Build): Promise<Response> {
  const kept = await findAsset(request.url);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await keep(build, request.url, answer.clone());
  return answer;
}

/** Fetches what every page needs; throws when that is not to be had, so that the worker is installed another time. */
export const fetchFirst = (build: Build): Promise<void> => fetchMissing(build, build.assets.filter(first));

/** Fetches the rest of the build, so that a kind of page that was never opened works without network. */
export const fetchRest = (build: Build): Promise<void> => fetchMissing(build, build.assets);

/** Addresses of the assets that a page names, in its tags and in what Next hands to the browser. */
export const assetsOf = (html: string): string[] => [
  ...new Set([...html.matchAll(/\/(?:_next\/static|reader)\/[\w./~-]+\.(?:js|css|woff2)/g)].map(([asset]) => asset)),
];

/** Fetches what a page needs: a copy of it alone would be a page that does nothing. Never fails. */
export async function fetchAssetsOf(html: string, build: string): Promise<void> {
  await fetchMissing({ id: build, assets: [] }, assetsOf(html)).catch(() => undefined);
}

async function fetchMissing(build: Build, assets: string[]): Promise<void> {
  const waiting = [...assets];
  const own = await caches.open(assetsCache(build.id));
  const next = async () => {
    for (let asset = waiting.shift(); asset !== undefined; asset = waiting.shift()) {
      if (await own.match(asset)) continue;
      const answer = (await findAsset(asset)) ?? (await fetch(asset));
      if (!answer.ok) throw new Error(`${asset} answered ${answer.status}`);
      await own.put(asset, answer);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

async function findAsset(url: string): Promise<Response | undefined> {
  for (const name of await caches.keys()) {
    if (buildOf(name) === null) continue;
    const answer = await (await caches.open(name)).match(url);
    if (answer) return answer;
  }
  return undefined;
}

async function keep(build: Build, url: string, answer: Response): Promise<void> {
  if (!build.assets.includes(new URL(url).pathname)) return; // of another build: its own worker keeps it
  await caches
    .open(assetsCache(build.id))
    .then((cache) => cache.put(url, answer))
    .catch(() => undefined);
}
