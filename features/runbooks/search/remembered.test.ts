import { expect, test } from "vitest";
import { rememberedAnswers } from "./remembered";

/** Answers with how many times it was asked in earnest. */
function counting() {
  const remembered = rememberedAnswers<number>();
  let asked = 0;
  return (question: string, ...state: unknown[]) =>
    remembered(state, question, async () => {
      asked += 1;
      return asked;
    });
}

test("the same question is answered once, whoever asks meanwhile", async () => {
  const ask = counting();
  expect(await Promise.all([ask("disk full"), ask("disk full"), ask("disk")])).toEqual([1, 1, 2]);
  expect(await ask("disk full")).toBe(1);
});

test("anything that it depends on makes it be answered anew", async () => {
  const ask = counting();
  const index = {};
  expect(await ask("disk", index, 1)).toBe(1);
  expect(await ask("disk", index, 2)).toBe(2);
  expect(await ask("disk", {}, 2)).toBe(3);
  expect(await ask("disk", index, 1)).toBe(4);
});

test("an answer that failed is asked for again", async () => {
  const remembered = rememberedAnswers<string>();
  await expect(remembered([], "disk", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await remembered([], "disk", async () => "found")).toBe("found");
});

test("of very many the one goes that was asked for longest ago", async () => {
  const ask = counting();
  await ask("first");
  await ask("second");
  for (let at = 0; at < 498; at += 1) await ask(`another ${at}`);
  expect(await ask("first")).toBe(1);
  await ask("one more"); // 501: the second goes
  expect(await ask("first")).toBe(1);
  expect(await ask("second")).toBe(502);
});
