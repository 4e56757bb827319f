import { expect, test } from "vitest";
import { contracts } from "@/app/api/v1/contracts";
import { isUpload, largestBody, largestUpload } from "@/lib/server/body-limit";

const uploads = contracts.filter(({ upload }) => (upload?.limit ?? 0) > largestBody);
const addressOf = (path: string) => path.replace(/\{\w+\}/g, "x");

test("the server lets in whole what a contract takes that is larger than other bodies, and no other", () => {
  expect(uploads.length).toBeGreaterThan(2);
  const known = contracts.filter(({ method, path }) => isUpload({ method, url: addressOf(path) }));
  expect(known.map(({ path }) => path)).toEqual(uploads.map(({ path }) => path));
  for (const { upload } of uploads) expect(upload?.limit).toBeLessThan(largestUpload);
});
