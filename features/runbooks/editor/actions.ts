"use server";
import { act } from "@/lib/http/action";
import { discardDraft, saveDraft } from "../drafts/commands";
import { DiscardDraft, SaveDraft } from "../drafts/schema";
import { restoreVersion } from "../publishing/commands";
import { compareDraft } from "../publishing/conflict/queries";
import { CompareDraft, RestoreVersion } from "../publishing/schema";

export async function saveDraftAction(input: unknown) {
  return act(SaveDraft, saveDraft, input);
}

/** What publishing would meet now, shown before anything changes. */
export async function compareDraftAction(input: unknown) {
  return act(CompareDraft, compareDraft, input);
}

export async function discardDraftAction(input: unknown) {
  return act(DiscardDraft, discardDraft, input);
}

export async function restoreVersionAction(input: unknown) {
  return act(RestoreVersion, restoreVersion, input);
}
