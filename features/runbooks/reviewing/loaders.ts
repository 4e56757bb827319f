import { isAppError } from "@/lib/errors/app-error";
import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { patiently } from "@/lib/http/patience";
import { formatOf } from "../git/content-file";
import { editableSource } from "../publishing/queries";
import { liveStates } from "./machine";
import { getReview, listReviews, reviewsWaitingFor } from "./queries";
import { carryOver } from "./same-change";
import { ListReviews, reviewLists, type WholeReview } from "./schema";
import { listReviewRules } from "./settings/queries";

const pageSize = 30;

/** A page of requests of one kind; `for_me` where the address names none. */
export const loadReviews = ({ show, page }: { show: string | undefined; page: number }) =>
  admitted("/reviews", async () => {
    const kind = reviewLists.find((one) => one === show) ?? "for_me";
    const asked = ListReviews.parse({ show: kind, limit: pageSize, skip: (page - 1) * pageSize });
    return { show: kind, page, ...(await listReviews(await pageContext(), asked)) };
  });

/** What HEAD holds by now, when somebody published since the text was made: and what comes of both. */
export type Meanwhile = { head: string; merged: string; conflicts: number; keeps: boolean; blob: string | null };

/** A request, and whether the runbook has moved on since. */
export const loadReview = (reviewId: string) =>
  admitted(`/reviews/${reviewId}`, async () => {
    const ctx = await pageContext();
    const review = await getReview(ctx, { reviewId });
    const last = review.rounds.at(-1);
    const live = liveStates.some((state) => state === review.state);
    const head = await editableSource(ctx, review.path).catch((error: unknown) => {
      if (isAppError(error) && error.code === "not_found") return null;
      throw error;
    });
    return {
      review,
      format: head ? formatOf(head.file) : ("mdx" as const),
      meanwhile: live ? meanwhileOf(last, head) : null,
    };
  });

function meanwhileOf(
  last: WholeReview["rounds"][number] | undefined,
  head: { text: string; blob: string | null } | null,
): Meanwhile | null {
  if (!last || !head || head.blob === last.baseBlob) return null;
  const { text, conflicts, keeps } = carryOver({ base: last.baseText ?? "", text: last.text }, head.text);
  return { head: head.text, merged: text, conflicts, keeps, blob: head.blob };
}

/** What waits for the reader; nothing while the database is away. */
export async function loadReviewsWaiting() {
  const ctx = await pageContext();
  return patiently(() => reviewsWaitingFor(ctx), { toReview: [], toFinish: [] });
}

/** The rules, for administrators. */
export const loadReviewRules = () => admitted("/admin/reviews", async () => listReviewRules(await pageContext()));
