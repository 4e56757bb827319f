"use client";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { scrollable } from "@/components/ui/scrollable";
import { reservedHeight } from "../../diagram/reserved-height";
import { DiagramSource } from "./diagram-source";

/**
 * A diagram that a browser draws when it comes near the screen. Until then, without JavaScript, and when it cannot be drawn, its
 * text stands in the place that is kept for it: nothing below moves whatever comes of it.
 */
export function MermaidDiagram({ text }: { text: string }) {
  const t = useTranslations("readingTools.diagram");
  const place = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const id = `diagram-${useId().replace(/\W/g, "")}`;
  const [state, setState] = useState<"waiting" | "drawn" | "failed">("waiting");

  useEffect(() => {
    if (!place.current) return;
    const watch = new IntersectionObserver(
      async ([entry]) => {
        if (!entry?.isIntersecting) return;
        watch.disconnect();
        const svg = await draw(id, text);
        if (svg) box.current?.replaceChildren(svg);
        setState(svg ? "drawn" : "failed");
      },
      { rootMargin: "400px" },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [id, text]);

  return (
    <figure className="rounded border border-line bg-surface p-3">
      <div ref={place} className="grid" style={{ height: `${reservedHeight(text)}rem` }}>
        <div
          ref={box}
          {...scrollable}
          role="img"
          aria-label={t("label")}
          className="overflow-x-auto overflow-y-hidden [&>svg]:mx-auto [&>svg]:max-h-full"
          hidden={state !== "drawn"}
        />
        {state !== "drawn" && (
          <div className="flex min-h-0 flex-col gap-2">
            {state === "failed" && <p className="text-sm text-warning">{t("failed")}</p>}
            <pre {...scrollable} className="min-h-0 flex-1 overflow-auto text-sm">
              <code>{text}</code>
            </pre>
          </div>
        )}
      </div>
      <DiagramSource text={text} />
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
    const drawn = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    // As large as it was drawn, and no wider than its text can be read: it says 100 %.
    const [, , width, height] = (drawn.getAttribute("viewBox") ?? "").split(" ");
    if (!width || !height) return null;
    drawn.setAttribute("width", width);
    drawn.setAttribute("height", height);
    drawn.removeAttribute("style");
    return drawn;
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
