/**
 * A text of several lines on its way to the search page, from wherever it was pasted. In the memory of this page alone: an
 * address would end up in histories and logs, and a storage would keep it.
 */
let carried: string | null = null;
let taker: ((text: string) => void) | null = null;

/** Hands a text to the search on this page. @returns whether there is one */
export function handOver(text: string): boolean {
  taker?.(text);
  return taker !== null;
}

/** Keeps a text for the search that comes next. */
export function carry(text: string): void {
  carried = text;
}

/** Takes what waits, and what comes from now on. @returns stops taking */
export function takeCarried(take: (text: string) => void): () => void {
  taker = take;
  const waiting = carried;
  carried = null;
  if (waiting !== null) take(waiting);
  return () => {
    if (taker === take) taker = null;
  };
}
