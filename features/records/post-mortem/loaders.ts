import { cache } from "react";
import { keyOf, numberOf } from "@/features/incidents/key";
import { compilePostMortem, publishedText } from "@/features/runbooks/documents/queries";
import type { SharedStart } from "@/features/runbooks/editor/shared-text";
import { postMortemVocabulary } from "@/features/runbooks/editor/vocabulary";
import { maxText } from "@/features/runbooks/publishing/schema";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors/app-error";
import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { postMortemPolicy } from "./policy";
import { findPostMortem, leadsOf, readPostMortem } from "./queries";
import { canBeDrafted } from "./view";

async function incidentOf(ctx: Ctx, key: string) {
  const select = { id: true, number: true, title: true, status: true } as const;
  const incident = await ctx.db.incident.findUnique({ where: { number: numberOf(key) }, select });
  if (!incident) throw new AppError("not_found", { key });
  return { ...incident, key: keyOf(incident.number) };
}

/** The page of a post-mortem that is being written: rendered, or why there is none yet. */
export const loadPostMortem = cache((key: string) =>
  admitted(`/incidents/${key}/post-mortem`, async () => {
    const ctx = await pageContext();
    const postMortem = await findPostMortem(ctx, { key });
    const incident = await incidentOf(ctx, key);
    const mayWrite = postMortemPolicy.write(ctx.actor);
    const compiled = postMortem && (await compilePostMortem(postMortem.path, postMortem.text, true));
    const published = postMortem?.published ? await publishedText(ctx, postMortem.path) : "";
    return {
      incident,
      postMortem,
      artifact: compiled?.artifact ?? null,
      isPublished: published !== "",
      isChanged: published !== "" && published !== postMortem?.text,
      mayWrite,
      mayDraft: mayWrite && canBeDrafted(incident.status),
    };
  }),
);

/** What the editor of a post-mortem starts with. */
export const loadPostMortemEditor = (
  key: string,
): Promise<Omit<SharedStart, "defaultMessage" | "label"> & { title: string }> =>
  admitted(`/incidents/${key}/post-mortem/edit`, async () => {
    const ctx = await pageContext();
    authorize(postMortemPolicy, "write", ctx.actor, { leads: [] });
    const [shared, incident] = await Promise.all([readPostMortem(ctx, { key }), incidentOf(ctx, key)]);
    const leads = await leadsOf(ctx.db, incident.id);
    return {
      api: `/api/v1/incidents/${incident.key}/post-mortem`,
      shared,
      publishedText: await publishedText(ctx, shared.path),
      canPublish: postMortemPolicy.publish(ctx.actor, { leads }),
      vocabulary: postMortemVocabulary(),
      person: ctx.actor.id ?? "",
      done: `/${shared.path}`,
      title: incident.title,
    };
  });

/** What the pipeline says of a post-mortem that is being written, as the person of this request. */
export async function inspectPostMortemAs({ path, text }: { path: string; text: string }) {
  const { actor } = await pageContext();
  authorize(postMortemPolicy, "write", actor, { leads: [] });
  if (text.length > maxText) throw new AppError("too_large", { limit: maxText });
  return compilePostMortem(path, text, true);
}
