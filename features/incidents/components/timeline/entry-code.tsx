"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { writeClipboard } from "@/components/ui/clipboard";
import { CodeFigure } from "@/components/ui/code-figure";
import type { Line } from "@/features/runbooks/highlighting/highlight";

/** Longer code is shown without colours: it is output, and colouring it takes longer than reading its first line. */
const mostColoured = 20_000;

/** Code in an entry, framed, coloured and copied as in a runbook. The colours come when their languages have been loaded. */
export function EntryCode({ lang, text }: { lang: string; text: string }) {
  const t = useTranslations("incidents.quickEntry");
  const [wrap, setWrap] = useState(true);
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lines = useColours(lang, text);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async () => {
    await writeClipboard(text);
    setCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <CodeFigure
      kind="snippet"
      lang={lang}
      label={t("code", { lang: lang || "text" })}
      wrap={wrap}
      onWrap={() => setWrap(!wrap)}
      copied={copied}
      onCopy={() => void copy()}
    >
      <code>{lines ? lines.map(coloured) : text}</code>
    </CodeFigure>
  );
}

function useColours(lang: string, text: string): Line[] | null {
  const [found, setFound] = useState<{ text: string; lines: Line[] } | null>(null);
  useEffect(() => {
    if (lang === "" || text.length > mostColoured) return;
    let wanted = true;
    // Without the network the code stays as it is.
    void import("@/features/runbooks/highlighting/highlight").then(
      ({ highlight }) => wanted && setFound({ text, lines: highlight(lang, text, null) }),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [lang, text]);
  return found?.text === text ? found.lines : null;
}

const coloured = (line: Line, at: number, all: Line[]) => (
  <span key={at}>
    {line.map(({ text, look }, index) =>
      look ? (
        <span key={index} className={look}>
          {text}
        </span>
      ) : (
        text
      ),
    )}
    {at < all.length - 1 && "\n"}
  </span>
);
