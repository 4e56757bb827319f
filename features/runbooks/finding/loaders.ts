import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import type { Answer } from "./answer";
import type { Told } from "./fitting";
import { type Fitting, findAnswer, findFitting } from "./queries";

/** Longest query that an address carries, in characters: a pasted stack trace fits. */
const queryLimit = 4_000;

/** Sections that a screen shows at most. */
const shownSections = 40;

type Parameters = Record<string, string | string[] | undefined>;

/** Answers to `?q=`, best first; none for an empty query. */
export function loadAnswer({ q: asked }: Parameters): Promise<{ q: string } & Answer> {
  const q = ((Array.isArray(asked) ? asked[0] : asked) ?? "").slice(0, queryLimit).trim();
  return admitted(`/search?q=${encodeURIComponent(q)}`, async () => ({
    q,
    ...(await findAnswer(await pageContext(), { q, limit: shownSections })),
  }));
}

/** Procedures that fit an incident, for its page. */
export async function loadFitting({ labels, title, services }: Told): Promise<Fitting[]> {
  return findFitting(await pageContext(), { labels, title, services });
}
