import { createTranslator } from "next-intl";
import type { AttachmentView } from "@/features/incidents/attachments/schema";
import type { EntryKind } from "@/features/incidents/timeline/schema";
import type { Locale } from "@/lib/context";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { shownEvidence } from "../entry-text";
import type { Proposal } from "../expectation";
import { asText, fenced } from "../markdown-text";

const messages = { es, en };

type Told = { kind: EntryKind; body: string; data: Record<string, unknown> };

/** What the timeline says of evidence, in the language of whoever sends it. */
export function evidenceStories(locale: Locale) {
  const t = createTranslator({ locale, messages: messages[locale], namespace: "runs.evidence.timeline" });
  return {
    output(title: string, text: string, proposal: Proposal | null): Told {
      const head = t(proposal?.verdict ?? "output", { title: asText(title) });
      const shown = text.length > shownEvidence ? `${text.slice(0, shownEvidence)}\n…` : text;
      const data = { event: "evidence", title, verdict: proposal?.verdict ?? null };
      return { kind: "evidence", body: `${head}\n\n${fenced(shown, "text")}`, data };
    },
    file(title: string, attachment: AttachmentView): Told {
      const link = `[${asText(attachment.name)}](${attachment.url})`;
      const data = { event: "attachment", title, attachment };
      return { kind: "attachment", body: t("file", { title: asText(title), link }), data };
    },
    /** The reason on record where nobody has to give one. */
    removed: () => t("removed"),
  };
}
