import { expect, test } from "vitest";
import { fileUrl, pageUrl } from "./render-tree";
import { planTarget } from "./target";

const from = "agente/emergencias";

test.each([
  ["restart-api", "restart-api"],
  ["#restart-api", "restart-api"],
  ["emergencias.mdx#restart-api", "restart-api"],
  ["otra.mdx#paso", "agente/otra#paso"],
  ["./otra#paso", "agente/otra#paso"],
  ["../redis/memoria.md#oom", "redis/memoria#oom"],
  ["redis/memoria#oom", "redis/memoria#oom"],
  ["/runbooks/redis/memoria#oom", "redis/memoria#oom"],
  ["/runbooks/redis/memoria", "redis/memoria"],
  ["https://example.com/a#b", null],
  ["/incidents/INC-1", null],
])("%s leads to %s", (target, expected) => {
  expect(planTarget(target, from)).toBe(expected);
});

test.each([
  ["otra.mdx#paso", "/runbooks/agente/otra#paso"],
  ["../redis/memoria.md", "/runbooks/redis/memoria"],
  ["#paso", "#paso"],
  ["https://example.com/a.md", "https://example.com/a.md"],
  ["mailto:a@b.c", "mailto:a@b.c"],
  ["captura.png", "/runbook-files/agente/captura.png"],
])("the link %s becomes %s", (href, expected) => {
  expect(pageUrl(href, from)).toBe(expected);
});

test("no relative address climbs out of the folder of files", () => {
  expect(fileUrl("../../../../etc/passwd", from)).toBe("/runbook-files/etc/passwd");
});
