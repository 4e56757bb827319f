import type { ComponentProps } from "react";
import { classes } from "./classes";
import { PageLink } from "./page-link";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md" | "lg";
type Look = { variant?: ButtonVariant; size?: ButtonSize };

const variants: Record<ButtonVariant, string> = {
  primary: "bg-accent text-accent-ink border-transparent hover:bg-accent-strong",
  secondary: "bg-surface text-ink border-line-strong/60 hover:bg-raised",
  ghost: "bg-transparent text-ink border-transparent hover:bg-raised",
  danger: "bg-danger-soft text-danger border-danger/50 hover:border-danger",
};

const sizes: Record<ButtonSize, string> = {
  sm: "h-7 px-2 text-sm gap-1.5",
  md: "h-9 px-3 text-base gap-2",
  lg: "h-12 px-5 text-lg gap-2",
};

const squares: Record<ButtonSize, string> = { sm: "size-7", md: "size-9", lg: "size-12" };

const look = ({ variant = "secondary", size = "md" }: Look, className?: string, dimensions = sizes[size]) =>
  classes(
    "inline-flex shrink-0 items-center justify-center rounded border font-medium whitespace-nowrap select-none transition-colors",
    "disabled:opacity-55 disabled:pointer-events-none aria-disabled:opacity-55",
    variants[variant],
    dimensions,
    className,
  );

export function Button({ variant, size, className, type = "button", ...rest }: Look & ComponentProps<"button">) {
  return <button type={type} className={look({ variant, size }, className)} {...rest} />;
}

/** Looks like a button, is a link: for going somewhere. */
export function ButtonLink({ variant, size, className, ...rest }: Look & ComponentProps<typeof PageLink>) {
  return <PageLink className={look({ variant, size }, className)} {...rest} />;
}

/** An icon alone still has a name: `label` is read aloud and shown on hover. */
export function IconButton({
  label,
  variant = "ghost",
  size = "md",
  className,
  type = "button",
  ...rest
}: Look & { label: string } & ComponentProps<"button">) {
  const classNames = look({ variant, size }, className, squares[size]);
  return <button type={type} aria-label={label} title={label} className={classNames} {...rest} />;
}
