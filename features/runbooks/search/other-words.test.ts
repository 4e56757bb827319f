import { expect, test } from "vitest";
import { searchSection } from "@/test/search-section";
import { search } from "./search";
import { buildIndex, type IndexedSection } from "./search-index";

const about = (path: string, title: string, prose: string): IndexedSection => ({
  path,
  service: "s",
  title: path,
  section: searchSection({ anchor: "a", kind: "section", title, prose }),
});
const found = (sections: IndexedSection[], query: string) =>
  search(buildIndex(sections), query).map(({ path }) => path);
const elsewhere = Array.from({ length: 40 }, (_, at) => about(`other/${at}`, `Other ${at}`, "nothing of this"));

test("what says it letter by letter beats what says it in other words", () => {
  const literal = about("s/literal", "The model", "the process runs out of memory");
  const other = about("s/other", "The model", "the process is OOMKilled, memory");
  expect(found([other, literal, ...elsewhere], "out of memory").slice(0, 2)).toEqual(["s/literal", "s/other"]);
});

test("all words of another saying find it, where one of the words of the query stands for much", () => {
  const saying = about("s/saying", "Resultados vacíos", "el índice está vacío");
  const word = about("s/word", "Exit codes", "a list of what programs return, each with its meaning");
  expect(found([word, saying, ...elsewhere], "search returns nothing")[0]).toBe("s/saying");
});

test("somebody else's slip does not hide the word that it was meant for, and comes first itself", () => {
  const many = Array.from({ length: 25 }, (_, at) => about(`many/${at}`, "Failover", "start the failover"));
  const slip = about("s/slip", "Notes", "the failver was late");
  const paths = found([slip, ...many, ...elsewhere], "failver");
  expect(paths[0]).toBe("s/slip");
  expect(paths).toContain("many/0");
});

test("labels of an alert do not outdo its name", () => {
  const alert = about("s/alert", "Targets are down", "TargetDown fires");
  const labels = about("s/labels", "Severity", "severity warning, job, instance");
  const query = "[FIRING:1] TargetDown (job=node instance=10.1.2.3:9100 severity=warning)";
  expect(found([labels, alert, ...elsewhere], query)[0]).toBe("s/alert");
});
