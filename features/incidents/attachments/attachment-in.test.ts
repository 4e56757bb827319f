import { expect, test } from "vitest";
import { attachmentIn } from "./attachment-in";
import { AttachmentView } from "./schema";

const file = {
  id: "0190c0de-0000-7000-8000-000000000000",
  name: "grafana.png",
  mediaType: "image/png",
  size: 1_024,
  sha256: "ab".repeat(32),
  shown: true,
  url: "/api/v1/attachments/0190c0de",
};

test("finds the file that an entry is about", () => {
  expect(attachmentIn({ attachment: file })).toEqual(file);
});

test.each([
  {},
  { attachment: null },
  { attachment: "grafana.png" },
  ...Object.keys(file).map((name) => ({ attachment: { ...file, [name]: undefined } })),
  { attachment: { ...file, size: 1.5 } },
  { attachment: { ...file, shown: "yes" } },
  { attachment: { ...file, url: 4 } },
])("%j is about none, as the schema has it", (data) => {
  expect(attachmentIn(data)).toBeNull();
  expect(AttachmentView.safeParse((data as { attachment?: unknown }).attachment).success).toBe(false);
});
