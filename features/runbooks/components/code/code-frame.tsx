"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { writeClipboard } from "@/components/ui/clipboard";
import { CodeFigure } from "@/components/ui/code-figure";
import { copyText } from "../../command";
import { type Filled, fillCommand } from "../../quoting/quoting";
import { PlaceholderRequest } from "../variables/placeholder-field";
import { useVariables } from "../variables/variables";

type CodeFrameProps = { kind: "command" | "snippet"; lang: string; label: string; children: ReactNode };
type Held = { name: string; why: "empty" | "refused" | "unsafe" | "nul" };

/** Around the code: what it is, soft wrap, and the copy button, which holds back while a placeholder is empty. */
export function CodeFrame({ kind, lang, label, children }: CodeFrameProps) {
  const t = useTranslations("readingTools.code");
  const { variables, values, declared, refused, onCopy, wrap, setWrap } = useVariables();
  const [copied, setCopied] = useState(false);
  /** Copied at least once: the key for copying goes on to the next command. */
  const [taken, setTaken] = useState(false);
  const [held, setHeld] = useState<(Held & { turn: number }) | null>(null);
  const turn = useRef(0);
  const code = useRef<HTMLElement>(null);

  const copy = async () => {
    const text = code.current ? writtenIn(code.current) : "";
    const filled =
      kind === "command"
        ? fillCommand(lang, copyText(lang, text), values, { declared, refused })
        : ({ ok: true, text } satisfies Filled);
    if (!filled.ok) {
      turn.current += 1;
      return setHeld({ ...filled, turn: turn.current });
    }
    setHeld(null);
    await writeClipboard(filled.text);
    setTaken(true);
    if (kind === "command" && onCopy) {
      const masked = new Set(variables.filter((one) => one.secret).map((one) => one.name));
      const told = fillCommand(lang, copyText(lang, text), values, { declared, masked });
      if (told.ok) onCopy(lang, told.text);
    }
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };

  return (
    <CodeFigure
      kind={kind}
      lang={lang}
      label={label}
      wrap={wrap}
      onWrap={() => setWrap(!wrap)}
      copied={copied}
      onCopy={() => void copy()}
      taken={taken}
      problem={held ? t(held.why, { name: held.name }) : null}
    >
      <code ref={code} data-slot>
        <PlaceholderRequest value={held}>{children}</PlaceholderRequest>
      </code>
    </CodeFigure>
  );
}

/** The code as it is written in the file: where a value stands in for a placeholder, the placeholder. */
function writtenIn(node: Node): string {
  if (node instanceof HTMLElement && node.dataset.raw !== undefined) return node.dataset.raw;
  return node.hasChildNodes() ? [...node.childNodes].map(writtenIn).join("") : (node.nodeValue ?? "");
}
