import { expect, test } from "vitest";
import { refuseSecrets } from "./refuse-secrets";

const evidence = "curl https://user:hunter2@host";
const part = { field: "evidence", kind: "url_password", from: 18, to: 25 };
const refusal = (...args: Parameters<typeof refuseSecrets>) => {
  try {
    refuseSecrets(...args);
  } catch (error) {
    return error as { code: string; details: unknown };
  }
  return null;
};

test("names what it found by field, kind and place, and never says it", () => {
  const refused = refusal({ note: "nada", evidence });
  expect(refused).toMatchObject({ code: "secret_found", details: { found: [part] } });
  expect(JSON.stringify(refused)).not.toContain("hunter2");
});

test("lets pass what a person cleared, and only that", () => {
  expect(refusal({ evidence }, [part])).toBeNull();
  expect(refusal({ note: evidence }, [part])).toMatchObject({ code: "secret_found" });
  expect(refusal({ evidence: ` ${evidence}` }, [part])).toMatchObject({ code: "secret_found" });
});

test("is silent about what is only possible, and about nothing", () => {
  expect(refusal({ evidence: "password=correcthorse", note: null, reason: undefined })).toBeNull();
});
