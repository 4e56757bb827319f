import { AppError } from "@/lib/errors/app-error";

/** Texts that may wait; whoever sends more is told to come later. */
const mostWaiting = 60;

const rest = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

type State = { last: Promise<unknown>; waiting: number };
// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & { bitacoraImports?: State };

/**
 * Runs work that keeps the process busy one at a time, and rests as long as each took: whoever reads a runbook
 * meanwhile gets at least half of the processor.
 * @throws `rate_limited` when too many wait already
 */
export async function inTurn<T>(work: () => T): Promise<T> {
  shared.bitacoraImports ??= { last: Promise.resolve(), waiting: 0 };
  const state = shared.bitacoraImports;
  if (state.waiting >= mostWaiting) throw new AppError("rate_limited");
  state.waiting += 1;
  const turn = state.last.then(() => {
    const start = performance.now();
    const done = work();
    return { done, took: performance.now() - start };
  });
  state.last = turn.then(
    ({ took }) => rest(Math.min(took, 1_000)),
    () => undefined,
  );
  try {
    return (await turn).done;
  } finally {
    state.waiting -= 1;
  }
}
