import { expect, test } from "vitest";
import { searchSection } from "@/test/search-section";
import { pack, unpack } from "./portable-index";
import { search } from "./search";
import { buildIndex } from "./search-index";

const section = (anchor: string, prose: string) => searchSection({ anchor, prose });
const entry = (path: string, anchor: string, prose: string) => ({
  path,
  service: "api",
  title: path,
  section: section(anchor, prose),
});
const library = [
  entry("api/a", "pool", "asyncpg.exceptions.TooManyConnectionsError"),
  entry("api/a", "disk", "No space left on device"),
  entry("api/b", "redis", "READONLY You can't write against a read only replica"),
];

test("what arrives in a browser is searched as it is on the server", () => {
  const arrived = buildIndex(unpack(JSON.parse(JSON.stringify(pack(library)))));
  for (const query of ["TooManyConnectionsError", "no space left", "read only replica"]) {
    expect(search(arrived, query)).toEqual(search(buildIndex(library), query));
  }
});

test("a library that is too large loses the ends of its longest texts and no section", () => {
  const packed = pack([entry("api/a", "long", "x".repeat(10_000)), entry("api/a", "short", "error 42")], 2_000);
  expect(JSON.stringify(packed).length).toBeLessThan(3_000);
  expect(unpack(packed).map(({ section: { anchor } }) => anchor)).toEqual(["long", "short"]);
  expect(unpack(packed)[1]?.section.prose).toBe("error 42");
});

test("a library of very many sections can be packed", () => {
  const many = Array.from({ length: 60_000 }, (_, at) => entry("api/a", `s${at}`, "x"));
  expect(pack(many).runbooks[0]?.sections).toHaveLength(60_000);
});
