import type { Ctx } from "@/lib/context";
import { unreviewedPublications } from "../../reviewing/queries";
import { about, type Found, gone, short } from "../found";
import type { Shelf } from "../refresh/shelf";

/** Source of what was published in a hurry, until another editor has approved it after the fact. */
export async function unreviewedSource(ctx: Ctx, { runbooks, now }: Shelf): Promise<Found[]> {
  const byPath = new Map(runbooks.map((runbook) => [runbook.path, runbook]));
  return (await unreviewedPublications(ctx)).map((review): Found => {
    const runbook = byPath.get(review.path);
    return {
      kind: "unreviewed",
      subject: review.id,
      ...(runbook ? about(runbook) : gone(review.path)),
      line: null,
      values: { review: review.id, author: review.author.name, why: short(review.urgentReason ?? "") },
      fingerprint: "",
      since: review.publishedAt ? new Date(review.publishedAt) : now,
      dueOn: null,
    };
  });
}
