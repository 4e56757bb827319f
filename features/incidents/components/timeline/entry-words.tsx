"use client";
import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { plainWords } from "@/components/ui/markdown/plain-words";
import { referencesIn } from "../../references/references";

/** What the references of an entry's text lead to. */
export type Known = {
  people: readonly { name: string }[];
  /** The step that the entry is linked to, and its address. */
  step: { id: string; href: string } | null;
};

const noSteps: ReadonlySet<string> = new Set();

/** Words of an entry, with the people that they name marked and the step that they name as a link. Who is unknown is text. */
export function entryWords(text: string, { people, step }: Known): ReactNode {
  const found = referencesIn(text, step ? new Set([step.id]) : noSteps, people);
  if (found.length === 0) return plainWords(text);
  let at = 0;
  const parts: ReactNode[] = [];
  for (const one of found) {
    const written = text.slice(one.from, one.to);
    parts.push(plainWords(text.slice(at, one.from)));
    parts.push(
      one.type === "step" && step ? (
        <Link href={step.href} prefetch={false} className="text-accent underline underline-offset-2">
          {written}
        </Link>
      ) : (
        <span className="rounded bg-accent-soft px-0.5 font-medium text-accent">{written}</span>
      ),
    );
    at = one.to;
  }
  parts.push(plainWords(text.slice(at)));
  return parts.map((part, index) => <Fragment key={index}>{part}</Fragment>);
}
