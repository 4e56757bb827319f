"use client";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";

type Props = { action: string; className?: string; children: ReactNode };

/** A search form that applies itself: with JavaScript at once, without it by its button. Empty parameters are left out. */
export function SubmitOnChange({ action, className, children }: Props) {
  const router = useRouter();
  const apply = (form: HTMLFormElement) => {
    const chosen = [...new FormData(form)].flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
    const query = new URLSearchParams(chosen).toString();
    router.push(query ? `${action}?${query}` : action, { scroll: false });
  };
  return (
    <form
      action={action}
      className={className}
      onChange={(event) => apply(event.currentTarget)}
      onSubmit={(event) => {
        event.preventDefault();
        apply(event.currentTarget);
      }}
    >
      {children}
    </form>
  );
}
