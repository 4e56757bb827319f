import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { byHandTexts, contentState } from "./queries";

/** Differences that one page shows; further files are listed by name. */
const shownFiles = 20;

/** The state of the content's repository, with the differences of what was changed by hand. */
export const loadContentState = () =>
  admitted("/admin/content", async () => {
    const ctx = await pageContext();
    const state = await contentState(ctx);
    const texts = await Promise.all(state.byHand.slice(0, shownFiles).map((file) => byHandTexts(ctx, file)));
    return { ...state, byHand: state.byHand.map((file, n) => ({ ...file, texts: texts[n] ?? null })) };
  });
