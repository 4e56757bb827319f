import { expect, test } from "vitest";
import type { Kept } from "./kept";
import { indexAddress } from "./taken";

const copy = (path: string, at = "2026-01-01"): Kept => ({
  path,
  title: "",
  at,
  build: "b",
  bytes: 1,
  personal: false,
});
const address = "/api/v1/search-index";

test("the runbooks that were taken along are named once each, whatever else is kept", () => {
  const copies = [
    copy("/runbooks/web/b"),
    copy("/runbooks/api/a"),
    copy("/runbooks/web/b"),
    copy("/runbooks"),
    copy("/incidents/INC-1"),
  ];
  expect(indexAddress(address, copies)).toBe(`${address}?taken=web%2Fb&taken=api%2Fa`);
  expect(indexAddress(address, [copy("/search")])).toBe(address);
});

test("of very many the newest are named, and the address stays short", () => {
  const copies = Array.from({ length: 500 }, (_, at) =>
    copy(`/runbooks/api/${"x".repeat(40)}-${at}`, `2026-01-01T${String(at).padStart(3, "0")}`),
  );
  const asked = indexAddress(address, copies);
  expect(asked.length).toBeLessThan(7_000);
  expect(asked).toContain("-499&");
  expect(asked).not.toContain("-100");
});
