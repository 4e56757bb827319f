import { describe, expect, test } from "vitest";
import { returnPath } from "./return-path";

const origin = "https://portal.example.org";

describe("returnPath", () => {
  test.each([
    ["/incidents/INC-1?tab=log#seq-4", "/incidents/INC-1?tab=log#seq-4"],
    [`${origin}/runbooks`, "/runbooks"],
    ["/search?q=https://evil.example", "/search?q=https://evil.example"],
  ])("keeps %s", (wanted, path) => {
    expect(returnPath(wanted, origin)).toBe(path);
  });

  test.each([
    "https://evil.example/",
    "https://portal.example.org.evil.example/",
    "https://portal.example.org@evil.example/",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/..//evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    " https://evil.example",
    "incidents",
    "/sign-in?callbackUrl=/sign-in",
    "/api/auth/signout",
    "",
    null,
    undefined,
  ])("sends %s home", (wanted) => {
    expect(returnPath(wanted, origin)).toBe("/");
  });
});
