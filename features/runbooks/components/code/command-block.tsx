import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Island } from "@/components/layout/island";
import { highlight } from "../../highlighting/highlight";
import { CodeFrame } from "./code-frame";
import { CodeLines } from "./code-lines";

/** A command: highlighted, with its placeholders to fill in place, copied as filled. */
export function CommandBlock({ lang, text, declared }: { lang: string; text: string; declared: string[] }) {
  const t = useTranslations("reading.code");
  return (
    <Code kind="command" lang={lang} label={t("command")}>
      <CodeLines lines={highlight(lang, text, declared)} />
    </Code>
  );
}

/** A piece of code that nobody runs as it stands: configuration, a program, expected output. */
export function Snippet({ lang, text }: { lang: string; text: string }) {
  const t = useTranslations("reading.code");
  return (
    <Code kind="snippet" lang={lang} label={t("snippet", { lang: lang || "text" })}>
      <CodeLines lines={highlight(lang, text, null)} />
    </Code>
  );
}

function Code({ children, ...props }: ComponentProps<typeof CodeFrame>) {
  return (
    <Island name="code" props={props} className="beside">
      <CodeFrame {...props}>{children}</CodeFrame>
    </Island>
  );
}
