import { describe, expect, test } from "vitest";
import { atPath, keepingAddress, redirectsIn } from "./address";

const text = (matter: string) => `---\ntitle: "Cola llena"  # así se llama\nservice: api\n${matter}---\n\nCuerpo.\n`;

describe("a text at another path", () => {
  test.each([
    ["in the same folder keeps its service", "api/b", "api", ["api/a"]],
    ["in another folder names that", "pagos/b", "pagos", ["api/a"]],
  ])("%s", (_, to, service, redirects) => {
    const moved = atPath(text(""), "api/a", to) ?? "";
    expect(moved).toContain(`service: ${service}\n`);
    expect(redirectsIn(moved)).toEqual(redirects);
    expect(moved.replace(/^redirects:.*\n(?: .*\n)*/m, "").replace("service: pagos", "service: api")).toBe(text(""));
  });

  test("adds to the old paths that it has, each once", () => {
    const moved = atPath(text("redirects:\n  - api/cero # el primero\n"), "api/a", "api/b") ?? "";
    expect(redirectsIn(moved)).toEqual(["api/cero", "api/a"]);
    expect(moved).toContain("# el primero");
    expect(redirectsIn(atPath(moved, "api/b", "api/c") ?? "")).toEqual(["api/cero", "api/a", "api/b"]);
  });

  test("that comes back to where it was no longer redirects from there", () => {
    const there = atPath(text(""), "api/a", "pagos/b") ?? "";
    const back = atPath(there, "pagos/b", "api/a") ?? "";
    expect(redirectsIn(back)).toEqual(["pagos/b"]);
    expect(back).toContain("service: api\n");
  });

  test("plain Markdown without front matter gets one, and CRLF stays", () => {
    expect(atPath("# Guía\r\n", "api/a", "api/b")).toMatch(
      /^---\r\nredirects:[\s\S]*api\/a[\s\S]*---\r\n\r\n# Guía\r\n$/,
    );
  });

  test("is not guessed where the front matter cannot be read", () => {
    expect(atPath("---\ntitle: [\n---\n", "api/a", "api/b")).toBeNull();
  });
});

test("an earlier text comes back under the address of today", () => {
  const now = atPath(text(""), "api/a", "pagos/b") ?? "";
  const restored = keepingAddress(text("").replace("Cuerpo", "Antes"), now);
  expect(restored).toContain("service: pagos\n");
  expect(restored).toContain("Antes");
  expect(redirectsIn(restored)).toEqual(["api/a"]);
  expect(keepingAddress(text(""), text(""))).toBe(text(""));
});
