// Next loads modules several times over, and the server in front closes what its routes opened: one list per process.
const shared = globalThis as typeof globalThis & { bitacoraStreams?: Set<() => void> };

function streams(): Set<() => void> {
  shared.bitacoraStreams ??= new Set();
  return shared.bitacoraStreams;
}

/**
 * Tells the server about a response that stays open (server-sent events), so that a shutdown can end it.
 * @param close ends the response
 * @returns takes the registration back: call it when the stream ended by itself
 */
export function registerStream(close: () => void): () => void {
  streams().add(close);
  return () => void streams().delete(close);
}

/** Streams open now. */
export const openStreams = (): number => streams().size;

/** Ends every open stream; the browsers reconnect to whoever serves next. */
export function closeStreams(): void {
  for (const close of streams()) close();
  streams().clear();
}
