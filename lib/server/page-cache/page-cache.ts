import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Locale } from "@/lib/context";
import { log } from "@/lib/log";
import { readerHeader } from "@/lib/offline/worker/page-mark";
import type { Capture } from "./capture";
import type { InlineStyles } from "./inline-styles";
import { isWholeRunbook, lighten, type ReaderScripts } from "./lighten";
import { headersOf, lookOf, looks } from "./look";
import type { Members } from "./members";
import { etagOf, type Sheet, send, sheetOf } from "./sheet";
import { shelf } from "./shelf";
import { laterOnes } from "./smaller";

/** How pages stay as fresh as what they are made of. */
export type Freshness = {
  /** Counts up with every change of the library that this process sees. */
  version: () => number;
  /** Looks whether there was one, on the disk itself. */
  look: () => Promise<void>;
  /** Whether there is a runbook at `<service>/<file>` that can be served. */
  isPublished: (path: string) => Promise<boolean>;
};

export type PageCacheOptions = {
  capture: Capture;
  freshness: Freshness;
  scripts: Record<Locale, ReaderScripts>;
  styles: InlineStyles;
  /** Null where everybody may read. */
  members: Members | null;
  /** Headers of every page. */
  headers: Record<string, string>;
  count: (answer: "memory" | "unchanged" | "rendered") => void;
  now?: () => number;
};

/**
 * Answers what it can from memory.
 * @param otherwise answers where this cannot after all, e.g. a runbook that is refused
 * @returns false when the request is none for a runbook's page: `otherwise` was not called then
 */
export type AnswerPage = (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => boolean;

type Kept = { sheet: Sheet; version: number; until: number };
type Page = (Kept | undefined)[];

/** Bytes that pages may take, compressed: some two thousand. */
const room = 64_000_000;
/** While pages are asked for, the disk is looked at this often; who comes after a pause of `idleMs` waits for the look. Milliseconds. */
const lookEveryMs = 1_000;
const idleMs = 3_000;
/** A disk that does not answer holds up nobody for longer than this. Milliseconds. */
const lookPatienceMs = 1_000;
/** A day: freshness of a runbook is told in days (UTC). */
const dayMs = 86_400_000;

const address = /^\/runbooks\/([\w.-]+\/[\w.-]+)$/;

/**
 * Runbook pages as they are for everybody, made by Next once per language and theme and then served from memory
 * (docs/decisions/0042-pages-from-memory.md). A page holds for one version of the library and one day.
 */
export function pageCache(options: PageCacheOptions): AnswerPage {
  const { capture, freshness, scripts, styles, members, count, now = Date.now } = options;
  const pages = shelf<Page>(room);
  const rendering = new Map<string, Promise<Sheet | null>>();
  const smaller = laterOnes();
  const fixed = {
    ...options.headers,
    "Content-Type": "text/html; charset=utf-8",
    // Whoever stands between may not keep it: it is in a reader's language, and may be for members.
    "Cache-Control": "private, no-cache",
    Vary: "Accept-Encoding, Accept-Language, Cookie, RSC",
  };
  let lookedAt = 0;
  let looking: Promise<void> | null = null;

  function lookNow(): Promise<void> {
    looking ??= freshness
      .look()
      .catch((error: unknown) => log.warn("the runbooks cannot be looked at: pages stay as they were", { error }))
      .finally(() => {
        looking = null;
        lookedAt = now();
      });
    return looking;
  }

  function answer(request: IncomingMessage, response: ServerResponse, otherwise: () => void): boolean {
    const { url = "", method, headers } = request;
    if ((method !== "GET" && method !== "HEAD") || headers.rsc !== undefined) return false;
    const page = pages.get(url);
    if (!page && !address.test(url)) return false;
    const time = now();
    const age = time - lookedAt;
    if (age > lookEveryMs) void lookNow();
    const look = lookOf(headers);
    const kept = page?.[look];
    const reader = members ? members.known(headers.cookie) : null;
    const isFresh = kept && kept.version === freshness.version() && kept.until > time && age < idleMs;
    if (members && reader === null) return false;
    if (!isFresh || reader === undefined) {
      slowly(request, response, { url, look }, otherwise);
      return true;
    }
    deliver(kept.sheet, reader, request, response, "memory");
    return true;
  }

  function deliver(
    sheet: Sheet,
    reader: string | null,
    request: IncomingMessage,
    response: ServerResponse,
    from: "memory" | "rendered",
  ) {
    const status = send(sheet, request, response, reader === null ? undefined : [readerHeader, reader]);
    count(status === 304 ? "unchanged" : from);
  }

  function slowly(
    request: IncomingMessage,
    response: ServerResponse,
    { url, look }: { url: string; look: number },
    otherwise: () => void,
  ) {
    const found = async () => {
      const reader = members ? await members.ask(request.headers.cookie) : null;
      if (members && reader === null) return null;
      if (now() - lookedAt >= idleMs) await Promise.race([lookNow(), sleep(lookPatienceMs, undefined, { ref: false })]);
      const sheet = await current(url, look);
      return sheet && { sheet, reader };
    };
    found()
      .catch((error: unknown) => {
        log.error("a page could not be made for keeping", { url, error });
        return null;
      })
      .then((made) => (made ? deliver(made.sheet, made.reader, request, response, "rendered") : otherwise()));
  }

  /** The page as it is now; null for one that is not kept. */
  async function current(url: string, look: number): Promise<Sheet | null> {
    const kept = pages.get(url)?.[look];
    const version = freshness.version();
    if (kept && kept.version === version && kept.until > now()) return kept.sheet;
    const key = `${version} ${look} ${url}`;
    const underWay = rendering.get(key);
    if (underWay) return underWay;
    const rendered = render(url, look, version).finally(() => rendering.delete(key));
    rendering.set(key, rendered);
    return rendered;
  }

  async function render(url: string, number: number, version: number): Promise<Sheet | null> {
    const look = looks[number];
    const path = address.exec(url)?.[1];
    if (!look || !path || !(await freshness.isPublished(path))) return null;
    const until = (Math.floor(now() / dayMs) + 1) * dayMs;
    const { status, body } = await capture(url, headersOf(look));
    if (status !== 200 || !isWholeRunbook(body)) return null;
    const light = lighten(body, scripts[look.locale]);
    if (light === null) {
      log.warn("a runbook's page cannot be kept: parts of it come late", { url });
      return null;
    }
    const html = await styles(light);
    // Most changes of the library are none of this page's.
    const before = pages.get(url)?.[number]?.sheet;
    const same = before?.etag === etagOf(html, fixed);
    const sheet = before && same ? before : await sheetOf(html, fixed);
    keep(url, number, { sheet, version, until });
    if (!same) smaller(async () => replace(url, number, sheet, await sheetOf(html, fixed, true)));
    return sheet;
  }

  function keep(url: string, number: number, kept: Kept) {
    const page = [...(pages.get(url) ?? [])];
    page[number] = kept;
    pages.put(
      url,
      page,
      page.reduce((sum, one) => sum + (one?.sheet.bytes ?? 0), 0),
    );
  }

  function replace(url: string, number: number, sheet: Sheet, by: Sheet) {
    const kept = pages.get(url)?.[number];
    if (kept?.sheet === sheet) keep(url, number, { ...kept, sheet: by });
  }

  return answer;
}
