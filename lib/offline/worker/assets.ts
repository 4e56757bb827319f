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

/**
 * An asset from any build's cache, else from the network; 503 where there is neither, which a page that loads something ahead of its
 * use takes for what it is. Old pages find theirs although the server has only new ones.
 */
export async function answerAsset(request: Request, build: Build): Promise<Response> {
  const kept = await findAsset(request.url);
  if (kept) return kept;
  const answer = await fetch(request).catch(() => new Response(null, { status: 503 }));
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

/** Addresses of the scripts that a script of Next's loads when they are wanted, as its bundler writes them. */
export const laterScriptsOf = (script: string): string[] => [
  ...new Set([...script.matchAll(/"(static\/chunks\/[\w./~-]+\.js)"/g)].map(([, path]) => `/_next/${path}`)),
];

/**
 * Fetches what a page needs, and what its scripts load when it is wanted: a copy of it alone would be a page that does nothing, or
 * one whose dialogs do not open. Never fails.
 */
export async function fetchAssetsOf(html: string, build: string): Promise<void> {
  const seen = new Set<string>();
  const fetchAll = async (named: string[]): Promise<void> => {
    const assets = named.filter((asset) => !seen.has(asset));
    for (const asset of assets) seen.add(asset);
    await fetchMissing({ id: build, assets: [] }, assets);
    const scripts = assets.filter((asset) => asset.startsWith("/_next/") && asset.endsWith(".js"));
    const later = await Promise.all(
      scripts.map(async (script) => laterScriptsOf((await (await findAsset(script))?.text()) ?? "")),
    );
    if (later.some((more) => more.length > 0)) await fetchAll(later.flat());
  };
  await fetchAll(assetsOf(html)).catch(() => undefined);
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
