"use client";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { scrollable } from "@/components/ui/scrollable";

/** A diagram, drawn when it comes near the screen. Its source is there without JavaScript, and when it cannot be drawn. */
export function MermaidDiagram({ text }: { text: string }) {
  const t = useTranslations("readingTools.diagram");
  const box = useRef<HTMLDivElement>(null);
  const id = `diagram-${useId().replace(/\W/g, "")}`;
  const [state, setState] = useState<"waiting" | "drawn" | "failed">("waiting");

  useEffect(() => {
    const target = box.current;
    if (!target) return;
    const watch = new IntersectionObserver(
      async ([entry]) => {
        if (!entry?.isIntersecting) return;
        watch.disconnect();
        const svg = await draw(id, text);
        if (svg) target.replaceChildren(svg);
        setState(svg ? "drawn" : "failed");
      },
      { rootMargin: "400px" },
    );
    watch.observe(target);
    return () => watch.disconnect();
  }, [id, text]);

  return (
    <figure className="rounded border border-line bg-surface p-3">
      <div
        ref={box}
        role="img"
        aria-label={t("label")}
        className="overflow-x-auto [&>svg]:mx-auto"
        hidden={state === "failed"}
      />
      {state === "failed" && <p className="text-sm text-warning">{t("failed")}</p>}
      <details open={state !== "drawn" || undefined}>
        <summary className="text-sm text-muted">{t("source")}</summary>
        <pre {...scrollable} className="overflow-x-auto pt-2 text-sm">
          <code>{text}</code>
        </pre>
      </details>
    </figure>
  );
}

async function draw(id: string, text: string): Promise<Element | null> {
  try {
    const { default: mermaid } = await import("mermaid");
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: "strict",
      theme: "base",
      themeVariables: colours(),
      fontFamily: "inherit",
    });
    const { svg } = await mermaid.render(id, text);
    return new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  } catch {
    return null;
  }
}

/** The portal's own colours in force, as Mermaid can reckon with them: it does not know OKLCH. */
function colours(): Record<string, string | boolean> {
  const probe = document.createElement("span");
  document.body.append(probe);
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const of = (token: string) => {
    probe.style.color = `var(--color-${token})`;
    if (!canvas) return "#808080";
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data;
    return `rgb(${r}, ${g}, ${b})`;
  };
  const [ink, surface, raised, strong, muted] = ["ink", "surface", "raised", "line-strong", "muted"].map(of);
  probe.remove();
  return {
    background: surface ?? "",
    primaryColor: raised ?? "",
    primaryTextColor: ink ?? "",
    primaryBorderColor: strong ?? "",
    secondaryColor: raised ?? "",
    tertiaryColor: surface ?? "",
    lineColor: muted ?? "",
    textColor: ink ?? "",
    edgeLabelBackground: surface ?? "",
  };
}
