import { AppError } from "@/lib/errors/app-error";
import type { Actor } from "./actor";

/** Sentences: who may do what to which thing. */
export type Policy<Subject> = Record<string, (actor: Actor, subject: Subject) => boolean>;

/**
 * Lets the actor pass or throws: `unauthenticated` for nobody (sign in first), `forbidden` for somebody.
 * The abilities that a page shows come from the same sentences, through `abilities`.
 */
export function authorize<Subject, P extends Policy<Subject>>(
  policy: P,
  action: keyof P & string,
  actor: Actor,
  subject: Subject,
): void {
  if (policy[action]?.(actor, subject)) return;
  throw new AppError(actor.kind === "nobody" ? "unauthenticated" : "forbidden", { action });
}

/** What this actor can do to this subject, for buttons: `{ resolve: true, … }`. */
export function abilities<Subject, P extends Policy<Subject>>(
  policy: P,
  actor: Actor,
  subject: Subject,
): Record<keyof P, boolean> {
  return Object.fromEntries(
    Object.entries(policy).map(([action, allows]) => [action, allows(actor, subject)]),
  ) as Record<keyof P, boolean>;
}
