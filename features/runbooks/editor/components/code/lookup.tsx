import { call } from "@/lib/http/client";
import type { Lookup, OthersWords } from "../../completion/proposal";

type Targets = { targets: { path: string; title: string }[] };
type Anchors = { anchors: { id: string; title: string; kind: string }[] };

const nothing: OthersWords = { services: [], owners: [], tags: [], alerts: [], variables: [] };
const api = "/api/v1/authoring";
/** Milliseconds that an author waits for what the server knows; and how many answers are kept. */
const [patience, kept] = [2_000, 100];

/** Asks the server for what only it knows, each thing once. */
export function lookupFor(path: string): Lookup {
  const service = encodeURIComponent(path.split("/")[0] ?? "");
  const answers = new Map<string, Promise<unknown>>();
  function ask<T>(address: string, otherwise: T): Promise<T> {
    const known = answers.get(address);
    if (known) return known as Promise<T>;
    const asked = call<T>("GET", `${api}/${address}`, undefined, AbortSignal.timeout(patience)).then((result) => {
      if (!result.ok) answers.delete(address); // not known yet: the next time it is asked again
      return result.ok ? result.value : otherwise;
    });
    if (answers.size >= kept) answers.delete(answers.keys().next().value ?? "");
    answers.set(address, asked);
    return asked;
  }
  return {
    targets: async (q) =>
      (await ask<Targets>(`targets?service=${service}&q=${encodeURIComponent(q)}`, { targets: [] })).targets,
    anchors: async (of) => (await ask<Anchors>(`anchors?path=${encodeURIComponent(of)}`, { anchors: [] })).anchors,
    words: () => ask<OthersWords>(`words?service=${service}`, nothing),
  };
}
