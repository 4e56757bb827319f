import { expect } from "vitest";
import { test } from "@/test/database";
import { pageParts } from "./queries";

const runbook = "api/emergencias";

test("a reader who has not signed in is told that nothing is theirs", async ({ asNobody }) => {
  expect(await pageParts(asNobody, { runbook })).toEqual({
    viewer: null,
    worklist: null,
    canEdit: false,
    suggestions: 0,
    last: { times: [], onIncidents: [], drills: [] },
  });
});

test("a responder is told who they are, and an editor what is theirs to see to", async ({ as }) => {
  const responder = await as("responder");
  expect(await pageParts(responder, { runbook })).toMatchObject({
    viewer: { id: responder.actor.id, role: "responder" },
    worklist: null,
    canEdit: false,
  });
  expect(await pageParts(await as("editor"), { runbook })).toMatchObject({
    viewer: { role: "editor" },
    worklist: 0,
    canEdit: true,
  });
});
