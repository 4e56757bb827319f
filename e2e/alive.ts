import type { Browser, Page } from "@playwright/test";

const navigations = ["goto", "reload", "goBack", "goForward", "waitForURL"] as const;

/** A page's scripts are asked for after its first paint (lib/server/paint-first.ts): what goes somewhere is there when they have run. */
export function waitForScripts(browser: Browser): void {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    if (options?.javaScriptEnabled !== false) context.on("page", waitOn);
    return context;
  };
}

function waitOn(page: Page): void {
  for (const name of navigations) {
    const go = page[name].bind(page) as (...args: unknown[]) => Promise<unknown>;
    const gone = async (...args: unknown[]) => {
      const answer = await go(...args);
      const until = args.find((arg): arg is { waitUntil?: string } => typeof arg === "object" && arg !== null);
      if (!["commit", "domcontentloaded"].includes(until?.waitUntil ?? "load")) await alive(page);
      return answer;
    };
    Object.assign(page, { [name]: gone });
  }
}

type Root = { stateNode: { current: { memoizedState: { isDehydrated: boolean } } } };

/**
 * What React keeps on the document says when the page is its own, and a mark when a page from memory is (app/reader/entry.tsx).
 * Where scripts cannot be fetched the test says what it expects of that.
 */
async function alive(page: Page): Promise<void> {
  const isAlive = () => {
    if (document.querySelector('script[type="module"][src^="/reader/"]'))
      return performance.getEntriesByName("alive").length > 0;
    if (!document.querySelector('script[src^="/_next/"][async]')) return true;
    const [, root] = Object.entries(document).find(([key]) => key.startsWith("__reactContainer")) ?? [];
    return (root as Root | undefined)?.stateNode.current.memoizedState.isDehydrated === false;
  };
  await page.waitForFunction(isAlive, undefined, { timeout: 5_000 }).catch(() => undefined);
}
