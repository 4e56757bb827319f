import { afterEach, beforeEach, expect, test } from "vitest";
import { nobody } from "@/lib/auth/actor";
import { contentFolder } from "@/test/content";
import { searchRunbooksContract } from "../api";
import type { Answer } from "./answer";
import { findAnswer } from "./queries";

const reader = { actor: nobody, now: () => new Date("2026-01-15T03:00:00Z") };
const count = 400;

let content: ReturnType<typeof contentFolder>;
beforeEach(() => {
  content = contentFolder();
  for (let at = 0; at < count; at += 1) content.write(`api/n${at}`, `Disco lleno, caso ${at}.`);
});
afterEach(() => content.remove());

test("while a library is read for the first time, an answer says how many runbooks it lacks, until it lacks none; until then no word is said to stand in no runbook", async () => {
  content.write("api/raro", "Un caso con zarandajas.");
  const answers: Answer[] = [];
  const ask = async () => {
    const answer = await findAnswer(reader, { q: "disco lleno zarandajas perifollo", limit: 5 });
    answers.push(answer);
    return answer;
  };
  const first = await ask();
  expect(first.missing).toBeGreaterThan(0);
  expect(first.missing).toBeLessThanOrEqual(count + 1);
  expect(searchRunbooksContract.output.parse(first)).toMatchObject({ missing: first.missing });
  await expect.poll(async () => (await ask()).missing, { timeout: 30_000 }).toBe(0);
  expect((await ask()).results).toHaveLength(5);
  for (const { unknown } of answers.filter(({ missing }) => missing > 0)) expect(unknown).toEqual([]);
  expect(answers.at(-1)?.unknown).toEqual(["perifollo"]);
}, 40_000);

test("nothing is missing from the answer to nothing", async () => {
  expect((await findAnswer(reader, { q: "", limit: 5 })).missing).toBe(0);
});
