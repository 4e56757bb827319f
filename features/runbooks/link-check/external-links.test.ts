import { expect, test } from "vitest";
import { askable } from "./external-links";

test.each([
  ["https://example.org/a?b=1#part", "https://example.org/a?b=1"],
  ["HTTP://Example.ORG", "http://example.org/"],
  ["http://localhost:3000", "http://localhost:3000/"],
  ["mailto:a@example.org", null],
  ["/runbooks/api/x", null],
  ["https://example.org/<pod>/logs", null],
  ["https://{{ $labels.instance }}/graph", null],
  [`https://example.org/\${HOST}`, null],
  ["https://", null],
  [`https://example.org/${"a".repeat(3_000)}`, null],
])("%s is asked for as %s", (href, url) => {
  expect(askable(href)).toBe(url);
});
