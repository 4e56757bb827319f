import { classes } from "./classes";

/** First letters of the first two words of a name. */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? "")
    .join("");

type FaceProps = { name: string; size?: "sm" | "md"; tone?: "plain" | "accent"; className?: string };

/** A person as their initials; the name is its title and is read out. */
export function Face({ name, size = "md", tone = "plain", className }: FaceProps) {
  return (
    <span
      title={name}
      className={classes(
        "inline-flex shrink-0 items-center justify-center rounded-full border font-semibold no-underline",
        size === "md" ? "size-7 text-xs" : "size-5 text-[0.625rem]",
        tone === "accent" ? "border-accent/40 bg-accent-soft text-accent" : "border-line-strong bg-raised text-ink",
        className,
      )}
    >
      <span aria-hidden>{initials(name)}</span>
      <span className="sr-only">{name}</span>
    </span>
  );
}
