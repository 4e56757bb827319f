"use client";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import "./globals.css";

// It stands in for the layout when the layout itself fails: no provider, so both languages are on the page.
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="es">
      <body>
        <main className="mx-auto max-w-xl px-4 py-16">
          {[es, en].map(({ shell: { error } }, at) => (
            <section key={error.title} lang={at === 0 ? "es" : "en"} className="mb-6">
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
