import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, createElement } from "react";
import { PageLink } from "@/components/ui/page-link";
import { scrollable } from "@/components/ui/scrollable";
import { AnchorLink } from "./anchor-link";

/** A link of a runbook: inside the portal without a reload, outside with a mark and without a referrer. */
export function MarkdownLink({ href = "", children, ...rest }: ComponentProps<"a">) {
  const t = useTranslations("reading");
  if (href.startsWith("/runbooks/")) {
    return (
      <PageLink href={href} {...rest}>
        {children}
      </PageLink>
    );
  }
  const outside = /^https?:/i.test(href);
  if (!outside) {
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    );
  }
  return (
    <a href={href} rel="noreferrer noopener" target="_blank" {...rest}>
      {children}
      <ExternalLink role="img" aria-label={t("newTab")} className="ml-0.5 inline size-3 align-baseline" />
    </a>
  );
}

/** A wide table scrolls by itself, also by keyboard. */
export function MarkdownTable(props: ComponentProps<"table">) {
  return (
    <div {...scrollable} className="beside overflow-x-auto">
      <table {...props} />
    </div>
  );
}

/** The box of a task list, told in words: on the page of a runbook nothing can be ticked. */
export function TaskBox({ checked }: ComponentProps<"input">) {
  const t = useTranslations("reading");
  return (
    <span role="img" aria-label={checked ? t("ticked") : t("toTick")} className="mr-1.5 text-muted">
      {checked ? "☑" : "☐"}
    </span>
  );
}

/** A heading of the text, a level below where it would be alone: a page has one `h1`, its title. */
export function MarkdownHeading({ level, id, children, ...rest }: ComponentProps<"h2"> & { level: 2 | 3 | 4 | 5 | 6 }) {
  const title = typeof children === "string" ? children : (id ?? "");
  const link = id ? <AnchorLink id={id} title={title} /> : null;
  return createElement(`h${level}`, { ...rest, id, className: "group/anchor" }, children, link);
}
