import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { type Role, roles } from "@/lib/auth/roles";
import { type ApprovalRow, isStanding, latestRequest, stateAt, takesUp, wantsApproval } from "./approval";
import { approvalPolicy, isOwnRequest } from "./policy";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 15, 3, minute));
const request = (over: Partial<ApprovalRow> = {}): ApprovalRow => ({
  id: "a",
  stepId: "wipe",
  state: "asked",
  note: "",
  requestedAt: at(0),
  requestedById: "ana",
  requestedBy: "Ana",
  expiresAt: at(5),
  decidedAt: null,
  decidedById: null,
  decidedBy: null,
  reason: null,
  spentAt: null,
  ...over,
});

describe("the steps that a rule covers", () => {
  const look = { kind: "read", irreversible: false } as const;
  const restart = { kind: "change", irreversible: false } as const;
  const wipe = { kind: "change", irreversible: true } as const;
  test.each([
    ["never", [false, false, false]],
    ["irreversible", [false, false, true]],
    ["change", [false, true, true]],
  ] as const)("%s", (scope, covered) => {
    expect([look, restart, wipe].map((step) => wantsApproval(scope, step))).toEqual(covered);
  });

  test("include one that cannot be taken back and calls itself a look", () => {
    const oddity = { kind: "read", irreversible: true } as const;
    expect([wantsApproval("irreversible", oddity), wantsApproval("change", oddity)]).toEqual([true, true]);
  });
});

describe("what wants an approval", () => {
  test("is doing the step or saying that it was done, not leaving it", () => {
    const events = ["start", "complete", "fail", "skip", "reopen", "choose"] as const;
    expect(events.filter((event) => takesUp(event, "pending"))).toEqual(["start", "complete", "fail"]);
    expect(events.filter((event) => takesUp(event, "active"))).toEqual(["start", "complete", "fail"]);
  });

  test("is taking up a step that the path left out", () => {
    expect([takesUp("reopen", "not_taken"), takesUp("reopen", "done")]).toEqual([true, false]);
  });
});

describe("a request", () => {
  test("expires by the clock, at its last moment", () => {
    expect(stateAt(request(), new Date(at(5).getTime() - 1))).toBe("asked");
    expect(stateAt(request(), at(5))).toBe("expired");
  });

  test("that was answered does not expire", () => {
    expect(stateAt(request({ state: "granted" }), at(50))).toBe("granted");
  });

  test("stands when granted or overridden, until it is used up", () => {
    const states = ["asked", "granted", "refused", "expired", "overridden"] as const;
    expect(states.filter((state) => isStanding(request({ state })))).toEqual(["granted", "overridden"]);
    expect(isStanding(request({ state: "granted", spentAt: at(4) }))).toBe(false);
    expect(isStanding(null)).toBe(false);
  });

  test("gives way to a later one for the same step, and used ones do not count", () => {
    const rows = [
      request({ id: "old", state: "refused" }),
      request({ id: "new", requestedAt: at(2) }),
      request({ id: "used", requestedAt: at(3), state: "granted", spentAt: at(4) }),
      request({ id: "other", stepId: "restart", requestedAt: at(9) }),
    ];
    expect(latestRequest(rows, "wipe")?.id).toBe("new");
    expect(latestRequest(rows, "logs")).toBeNull();
  });
});

describe("who may do what", () => {
  const person = (role: Role | null): Actor => ({ kind: role ? "person" : "nobody", id: role, name: "Ana", role });
  const token = (role: Role): Actor => ({ kind: "token", id: null, name: "ci", role, madeBy: "ana" });
  const who = [person(null), ...roles.map(person), ...roles.map(token)];
  const names = ["nobody", ...roles, ...roles.map((role) => `${role} token`)];
  test.each([
    ["read", ["viewer", "responder", "editor", "admin", ...roles.map((role) => `${role} token`)]],
    ["ask", ["responder", "editor", "admin", "responder token", "editor token", "admin token"]],
    ["decide", ["responder", "editor", "admin"]],
    ["override", ["responder", "editor", "admin"]],
    ["configure", ["admin", "admin token"]],
  ] as const)("%s", (action, allowed) => {
    expect(names.filter((_, n) => approvalPolicy[action](who[n] as Actor))).toEqual(allowed);
  });

  test("nobody answers their own request, nor that of a token that they made", () => {
    const [ana, luis] = [
      { ...person("admin"), id: "ana" },
      { ...person("responder"), id: "luis" },
    ];
    const asked = { requestedById: "ana" };
    expect([isOwnRequest(ana, asked), isOwnRequest(luis, asked), isOwnRequest(token("admin"), asked)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(isOwnRequest(ana, { requestedById: null })).toBe(false);
  });
});
