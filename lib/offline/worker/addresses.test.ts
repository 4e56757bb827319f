import { expect, test } from "vitest";
import { kindOf, mayKeep, pageName } from "./addresses";

const origin = "https://portal.example";
const kind = (path: string, asked: { method?: string; mode?: string; headers?: Record<string, string> } = {}) =>
  kindOf(
    {
      method: asked.method ?? "GET",
      mode: asked.mode ?? "cors",
      url: new URL(path, origin),
      header: (name) => asked.headers?.[name] ?? null,
    },
    origin,
  );

test.each([
  ["/runbooks/api/emergencias", "page"],
  ["/incidents/INC-1", "page"],
  ["/sign-in", "page"],
] as const)("a tab that opens %s asks for a %s", (path, expected) => {
  expect(kind(path, { mode: "navigate" })).toBe(expected);
});

test("a link that Next follows is told from what it fetches ahead", () => {
  expect(kind("/runbooks?_rsc=1", { headers: { rsc: "1" } })).toBe("client-navigation");
  expect(kind("/runbooks?_rsc=1", { headers: { rsc: "1", "next-router-prefetch": "1" } })).toBe("other");
});

test.each([
  ["POST", "/api/v1/incidents/INC-1/timeline"],
  ["GET", "/api/v1/incidents/INC-1/stream"],
  ["GET", "/api/v1/tokens"],
  ["GET", "/api/auth/csrf"],
  ["POST", "/api/auth/callback/password"],
  ["GET", "/healthz"],
  ["GET", "https://elsewhere.example/_next/static/chunks/a.js"],
])("%s %s goes to the network untouched", (method, path) => {
  expect(kind(path, { method })).toBe("other");
});

test("what pages are made of comes from its cache", () => {
  expect(kind("/_next/static/chunks/a.js")).toBe("asset");
  expect(kind("/reader/es-ABCDEFGH.js")).toBe("asset");
});

test("signing out is seen", () => {
  expect(kind("/api/auth/signout", { method: "POST" })).toBe("sign-out");
  expect(kind("/search", { method: "POST", mode: "navigate" })).toBe("posted-search");
  expect(kind("/search", { method: "POST" })).toBe("other");
});

test.each([
  "/",
  "/runbooks",
  "/runbooks/api",
  "/runbooks/api/emergencias",
  "/incidents",
  "/incidents/INC-12",
  "/incidents/INC-12/runs/01900000-0000-7000-8000-000000000000",
  "/runs/01900000-0000-7000-8000-000000000000",
])("%s may be kept", (path) => {
  expect(mayKeep(path)).toBe(true);
});

test.each([
  "/sign-in",
  "/account",
  "/admin/people",
  "/admin/tokens",
  "/approvals",
  "/runbooks/new",
  "/runbooks/api/emergencias/edit",
  "/runbooks/api/emergencias/history",
  "/incidents/new",
  "/incidents/INC-12/post-mortem",
  "/updates/secret-of-a-link",
  "/runs/schedule",
  "/search",
])("%s is never kept", (path) => {
  expect(mayKeep(path)).toBe(false);
});

test("a page has one name, however its address was written", () => {
  expect(pageName("/incidents/inc-4/")).toBe("/incidents/INC-4");
  expect(pageName("/")).toBe("/");
});
