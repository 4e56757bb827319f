import { expect, test } from "vitest";
import { matchesLabels, parseMatchers } from "./matcher";

const holds = (text: string, labels: Record<string, string>) => {
  const parsed = parseMatchers(text);
  return parsed.ok && matchesLabels(parsed.matchers, labels);
};

test.each([
  ['alertname="HighErrorRate"', { alertname: "HighErrorRate" }, true],
  ['alertname="HighErrorRate"', { alertname: "HighErrorRates" }, false],
  ["alertname=HighErrorRate", { alertname: "HighErrorRate" }, true],
  ['{alertname=~"Pod.*", service="agente-api"}', { alertname: "PodCrash", service: "agente-api" }, true],
  ['{alertname=~"Pod.*", service="agente-api"}', { alertname: "PodCrash", service: "otro" }, false],
  ['alertname=~"Pod"', { alertname: "PodCrash" }, false], // anchored, as in Alertmanager
  ['service!="x",', { alertname: "A" }, true], // a missing label is empty
  ['service!~"x|"', {}, false],
  ['summary="a \\"b\\", {c}"', { summary: 'a "b", {c}' }, true],
])("%s on %o is %s", (text, labels, expected) => {
  expect(holds(text, labels)).toBe(expected);
});

test.each([
  ["", 1],
  ["alertname", 1],
  ['alertname="a" service="b"', 15],
  ['{alertname="a"', 15],
  ['alertname=~"("', 1],
])("%j stops making sense at column %i", (text, column) => {
  expect(parseMatchers(text)).toEqual({ ok: false, column });
});
