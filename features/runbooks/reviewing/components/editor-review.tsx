"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { plainWords } from "@/components/ui/markdown/plain-words";
import { call } from "@/lib/http/client";
import { lineMapping } from "../line-mapping";
import type { Review, WholeReview } from "../schema";
import { isOpen, type Thread, threadsOf } from "../threads";
import { StateMark } from "./state-mark";
import { useOwnReview } from "./use-own-review";

type Props = {
  path: string;
  /** The text as it is in the editor. */
  text: () => string;
  onJump: (line: number) => void;
};

/** In the editor: how the review of this text stands, and its open comments, each with the way to its line. */
export function EditorReview(props: Props) {
  const own = useOwnReview(props.path);
  return own ? <Standing {...props} own={own} /> : null;
}

function Standing({ text, onJump, own }: Props & { own: Review }) {
  const t = useTranslations("reviewing.inEditor");
  const [review, setReview] = useState<WholeReview | null>(null);
  useEffect(() => {
    const read = () =>
      void call<WholeReview>("GET", `/api/v1/reviews/${own.id}`).then((answer) => {
        if (answer.ok) setReview(answer.value);
      });
    const source = new EventSource(`/api/v1/reviews/${own.id}/stream`);
    source.addEventListener("changed", read);
    source.addEventListener("ready", read);
    return () => source.close();
  }, [own.id]);

  const { state, round } = review ?? own;
  const open = review ? threadsOf(review.comments, { round, latest: round }).filter(isOpen) : [];
  const jump = ({ place }: Thread) => {
    const written = review?.rounds.at(-1)?.text ?? "";
    if (place) onJump(place.side === "after" ? lineMapping(written, text())(place.line).line : 1);
  };
  return (
    <section aria-label={t("title")} className="mb-3 rounded border border-line bg-surface px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{t("title")}</span>
        <StateMark state={state} />
        <span className="min-w-0 flex-1 text-sm text-muted">{t("comments", { count: open.length })}</span>
        <ButtonLink size="sm" href={`/reviews/${own.id}`}>
          {t("open")}
        </ButtonLink>
      </div>
      {open.length > 0 && (
        <ul className="mt-2 grid max-h-40 gap-1 overflow-y-auto text-sm">
          {open.map((thread) => (
            <li key={thread.root.id} className="flex items-baseline gap-2">
              <span className="min-w-0 flex-1 truncate">
                <span className="font-medium">{thread.root.author.name}</span>: {plainWords(thread.root.body)}
              </span>
              {thread.place?.side === "after" && (
                <button type="button" className="text-accent underline" onClick={() => jump(thread)}>
                  {t("go", { line: thread.place.line })}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
