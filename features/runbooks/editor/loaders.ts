import { getTranslations } from "next-intl/server";
import { authorize } from "@/lib/auth/policy";
import { AppError, isAppError } from "@/lib/errors/app-error";
import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { asAppError } from "@/lib/http/problem";
import { otherEditors, ownDraft, ownDrafts } from "../drafts/queries";
import { contentFiles, isNewRunbookPath } from "../git/content-file";
import { listRunbooks, listServices } from "../library/queries";
import { publishingPolicy } from "../publishing/policy";
import { editableSource } from "../publishing/queries";
import type { EditableSource } from "../publishing/schema";
import { listSuggestions } from "../suggestions/queries";
import type { EditorStart } from "./editor-start";
import { newRunbook } from "./new-runbook";
import { inspectText } from "./queries";
import { vocabulary } from "./vocabulary";

/**
 * The editor of a runbook, or of one that is to be made.
 * @param title of the new runbook; null when the runbook has to exist
 */
export const loadEditor = (path: string, title: string | null): Promise<EditorStart> =>
  admitted(`/runbooks/${path}/edit`, async () => {
    const ctx = await pageContext();
    authorize(publishingPolicy, "edit", ctx.actor, null);
    const found = await editableSource(ctx, path).catch((error: unknown) => {
      if (isAppError(error) && error.code === "not_found") return null;
      throw error;
    });
    const drafts = await Promise.all([
      ownDraft(ctx, path),
      otherEditors(ctx, path),
      listSuggestions(ctx, { runbook: path, state: "open" }),
    ]).catch((error: unknown) => {
      if (asAppError(error).code === "database_unavailable") return null;
      throw error;
    });
    const [draft, others, { suggestions }] = drafts ?? [null, [], { suggestions: [] }];
    if (!found && title === null && !draft) throw new AppError("not_found");
    return {
      source: found ?? (await freshSource(path, title ?? path, ctx.locale)),
      isNew: !found,
      draft,
      others,
      suggestions,
      databaseAway: drafts === null,
      vocabulary: vocabulary(),
      owners: await knownOwners(),
      person: ctx.actor.id ?? "",
    };
  });

/** Each once, by name. */
async function knownOwners(): Promise<string[]> {
  const owners = (await listRunbooks()).flatMap(({ outline }) => outline?.frontMatter.owner ?? []);
  return [...new Set(owners)].sort((one, other) => one.localeCompare(other));
}

async function freshSource(path: string, title: string, locale: "es" | "en"): Promise<EditableSource> {
  if (!isNewRunbookPath(path)) throw new AppError("not_found");
  const t = await getTranslations("editing");
  const [service = ""] = path.split("/");
  const text = newRunbook({ title, service, lang: locale }, t.raw("template"));
  return { path, file: contentFiles(path)[0], text, blob: null, commit: null, byHand: null };
}

/** What the form for a new runbook offers: services, the person's drafts, and whether a path is free. */
export const loadNewRunbook = (path: string | null) =>
  admitted("/runbooks/new", async () => {
    const ctx = await pageContext();
    authorize(publishingPolicy, "edit", ctx.actor, null);
    const [drafts, services] = await Promise.all([
      ownDrafts(ctx).catch(() => []),
      listServices().then((all) => all.map((service) => service.name)),
    ]);
    const offered = { drafts, services };
    if (path === null) return { ...offered, state: "asked" as const };
    if (!isNewRunbookPath(path)) return { ...offered, state: "invalid" as const };
    const taken = await editableSource(ctx, path).then(
      () => true,
      (error: unknown) => !(isAppError(error) && error.code === "not_found"),
    );
    return { ...offered, state: taken ? ("taken" as const) : ("free" as const) };
  });

/** @see inspectText, as the person of this request */
export const inspectAs = async (input: { path: string; text: string }) => inspectText(await pageContext(), input);
