import fc from "fast-check";
import { expect, test } from "vitest";
import { searchSection } from "@/test/search-section";
import { queryTerms } from "./query-terms";
import { rank } from "./rank";
import { buildIndex } from "./search-index";

const words = ["disco", "lleno", "memoria", "cola", "postgres", "redis", "kafka", "reinicia", "conexiones", "zarcillo"];
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((list) => list.join(" "));
const indexOf = (texts: string[]) =>
  buildIndex(
    texts.map((prose, at) => ({
      path: `api/${at}`,
      service: "api",
      title: "Guía",
      section: searchSection({ anchor: "a", kind: "section", title: prose.split(" ")[0] ?? "", prose }),
    })),
  );

test("the few best of many are the same whether all or only the likely ones are looked at", () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 30, maxLength: 120 }),
      text,
      fc.integer({ min: 1, max: 5 }),
      (texts, query, few) => {
        const index = indexOf(texts);
        const terms = queryTerms(query, index);
        // With room for all of them, nothing is passed over.
        const all = rank(index, terms, texts.length + 1);
        expect(rank(index, terms, few)).toEqual(all.slice(0, few));
        expect(rank(index, terms, texts.length + 1)).toEqual(all); // what was summed up is forgotten
      },
    ),
    { numRuns: 60 },
  );
});
