import { expect, test } from "vitest";
import { issuesOf, matcherFault } from "./matter-issues";

const sound = { title: "A", service: "api", lang: "es", owner: "Backend" };

test("sound front matter has none", () => {
  expect(issuesOf(sound)).toEqual({});
});

test("each key says what is wrong with it, and where", () => {
  const values = { ...sound, owner: "", alerts: ["a=b", "a~b"], links: [{ title: "G", url: "javascript:1" }] };
  expect(issuesOf(values)).toEqual({
    owner: [{ path: [], example: "Backend Team" }],
    alerts: [{ path: [1], example: 'alertname="HighErrorRate"' }],
    links: [{ path: [0, "url"], example: "https://grafana.example.com" }],
  });
});

test("a matcher says at which column it stops making sense", () => {
  expect(matcherFault('alertname="HighErrorRate"')).toBeNull();
  expect(matcherFault('a="b", c')).toBe(7);
});
