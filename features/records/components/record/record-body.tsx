import { useTranslations } from "next-intl";
import { MarkdownTree } from "@/components/ui/markdown/markdown-tree";
import { isPlainText, readSafeMarkdown } from "@/features/runbooks/markdown/safe-markdown";

/** What somebody wrote, through the gate of runbooks; what no parser should see is shown as it was written. */
export function RecordBody({ body }: { body: string }) {
  const t = useTranslations("postMortems.record");
  if (isPlainText(body)) return <p className="wrap-anywhere whitespace-pre-line">{body}</p>;
  const tree = readSafeMarkdown(body);
  if (!tree) return <pre>{body}</pre>;
  const code = ({ text }: { text: string }) => <pre>{text}</pre>;
  return (
    <div className="grid gap-1.5 wrap-anywhere *:min-w-0">
      <MarkdownTree tree={tree} look={{ code, newTab: t("newTab") }} />
    </div>
  );
}
