const waiting: (() => void)[] = [];

/**
 * Resolves in a turn of the event loop that no other caller has, in the order in which they asked. Work of a millisecond or more that
 * many ask for at once is done so one by one, and between any two of them the loop takes in what else has come: who comes late waits
 * for those before, and not for a whole round of the others.
 */
export const ownTurn = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(next);
  });

// An immediate that is set while others run belongs to the next turn.
function next(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(next);
}
