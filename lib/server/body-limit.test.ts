import { expect, test } from "vitest";
import { isUpload } from "./body-limit";

test.each([
  ["POST", "/api/v1/runs/1/steps/restart/attachments", true],
  ["POST", "/api/v1/runs/1/steps/restart/attachments?name=a.png", true],
  ["POST", "/api/v1/runs/1/steps/a%2Fb/attachments?name=a", true],
  ["POST", "/api/v1/incidents/INC-1/attachments?name=a.log&text=x", true],
  ["PUT", "/api/v1/runbook-imports/1/files?file=a", true],
  ["POST", "/api/v1/runbook-imports/1/files", false],
  ["PUT", "/api/v1/runs/1/steps/restart/attachments", false],
  ["POST", "/api/v1/runs/1/steps/restart/attachments/x", false],
  ["POST", "/api/v1/runs/1/steps/restart?x=/attachments", false],
  ["POST", "/api/v1/runs/1/steps/restart/evidence", false],
  ["POST", "/x/api/v1/runs/1/steps/restart/attachments", false],
] as const)("%s %s carries a file: %s", (method, url, expected) => {
  expect(isUpload({ method, url })).toBe(expected);
});
