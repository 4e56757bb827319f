import type { Crowd } from "../../presence/crowd";

type State = {
  crowd: Crowd;
  /** Id of this screen, as its stream told it; null while there is none. */
  screen: string | null;
};

const nobody: State = { crowd: { people: [], more: 0 }, screen: null };

// Of the page and not of a component: the header shows who is here, the composer who writes, and the stream knows both.
let state = nobody;
const listeners = new Set<() => void>();

function keep(next: State): void {
  state = next;
  for (const listener of listeners) listener();
}

export const presenceNow = (): State => state;
export const presenceOnServer = (): State => nobody;

export function subscribeToPresence(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Hears from an incident's stream who has it open. A stream that is opened again begins anew. */
export function hearPresence(source: EventSource): void {
  keep(nobody);
  source.addEventListener("presence", (event) => keep({ ...state, crowd: JSON.parse(event.data) as Crowd }));
  source.addEventListener("here", ({ data }) =>
    keep({ ...state, screen: (JSON.parse(data) as { screen: string }).screen }),
  );
  // Who is here is not known without a connection, and nobody is shown rather than whoever was.
  source.addEventListener("error", () => keep(nobody));
}
