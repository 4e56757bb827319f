import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/context";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { asText } from "../markdown-text";
import type { Change } from "./changes";
import type { Offered } from "./offered";

const messages = { es, en };

type Pinned = { commit: string | null; blob: string; title: string };

/** Commits where there is a repository, else the blobs: eight characters name either. */
const versions = (run: Pinned, offered: Offered) => ({
  from: (run.commit ?? run.blob).slice(0, 8),
  to: (offered.commit ?? offered.blob).slice(0, 8),
});

/** What the timeline says of an adoption: each step, and both versions. Markdown. */
export function adoptionText(locale: Locale, run: Pinned, offered: Offered, changes: Change[]): string {
  const t = createTranslator({ locale, messages: messages[locale], namespace: "runs.adoption.timeline" });
  const head = t("adopted", { count: changes.length, title: asText(run.title), ...versions(run, offered) });
  return [head, "", ...changes.map(({ kind, title }) => `- ${t(kind, { title: asText(title) })}`)].join("\n");
}

/** What the entry and the event keep of an adoption. */
export const adoptionData = (run: Pinned, offered: Offered, changes: Change[]) => ({
  event: "run-adopted",
  from: { commit: run.commit, blob: run.blob },
  to: { commit: offered.commit, blob: offered.blob },
  steps: changes.map(({ stepId, kind, title }) => ({ stepId, kind, title })),
});
