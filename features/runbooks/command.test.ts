import { expect, test } from "vitest";
import { copyText, isCommand } from "./command";

test("shell and query languages are commands, unless they are not to be run", () => {
  expect(["bash", "SQL", "promql", "console", "redis"].every((lang) => isCommand(lang, null))).toBe(true);
  expect(isCommand("python", null)).toBe(false);
  expect(isCommand(null, null)).toBe(false);
  expect(isCommand("bash", "norun")).toBe(false);
  expect(isCommand("bash", 'title="norunning"')).toBe(true);
});

test("a prompt is never copied", () => {
  expect(copyText("bash", "$ docker ps\n$ docker stats")).toBe("docker ps\ndocker stats");
  expect(copyText("bash", "echo $ x")).toBe("echo $ x");
});

test("the output of a transcript is left out, the rest of a long command is not", () => {
  expect(copyText("console", "$ docker run \\\n>   -it api\nhola\n$ exit")).toBe("docker run \\\n  -it api\nexit");
});
