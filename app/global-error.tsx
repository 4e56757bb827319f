"use client";
import "./globals.css";

type Words = { title: string; explanation: string; retry: string };

// Put in by next.config.mjs: every page loads this file, and an import would bring the messages of the whole portal along.
const words = JSON.parse(process.env.GLOBAL_ERROR_WORDS ?? "[]") as { lang: string; words: Words }[];

// It stands in for the layout when the layout itself fails: no provider, so both languages are on the page.
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="es">
      <body>
        <main className="mx-auto max-w-xl px-4 py-16">
          {words.map(({ lang, words: error }) => (
            <section key={lang} lang={lang} className="mb-6">
              <h1 className="text-xl font-semibold">{error.title}</h1>
              <p className="mt-1 text-muted">{error.explanation}</p>
              <button
                type="button"
                onClick={reset}
                className="mt-3 h-9 rounded bg-accent px-3 font-medium text-accent-ink"
              >
                {error.retry}
              </button>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
