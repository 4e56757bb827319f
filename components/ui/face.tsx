import { classes } from "./classes";

const firstOf = (text: string): string => ([...text.trim()][0] ?? "").toUpperCase();

/** First letters of the first two words of a name; what stands in brackets is none of it. */
export const initials = (name: string): string => {
  const words = name.replace(/\([^)]*\)/g, " ").match(/[\p{L}\p{N}]+/gu) ?? [name];
  return words.slice(0, 2).map(firstOf).join("");
};

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
