import type { Section } from "../meaning";

/** The ways of saying one thing, each list after its language. */
export function Words({ sections }: { sections: readonly Section[] }) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 wrap-anywhere">
      {sections.map(({ lang, words }) => (
        <span key={`${lang} ${words.join()}`}>
          {lang && <span className="mr-1.5 font-mono text-xs text-muted uppercase">{lang}</span>}
          <span lang={lang ?? undefined}>{words.join(", ")}</span>
        </span>
      ))}
    </p>
  );
}
