import { expect, test } from "vitest";
import { warmUp } from "./warm-up";

const loaded = { status: 200, type: "text/html", body: "" };

test("pages are loaded one after the other, and one that fails keeps nobody from the next", async () => {
  const asked: string[] = [];
  let open = 0;
  await warmUp(async (page) => {
    asked.push(page);
    open += 1;
    expect(open).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 2));
    open -= 1;
    if (page === "/incidents") throw new Error("away");
    return loaded;
  }).done;
  expect(asked).toEqual(expect.arrayContaining(["/", "/search", "/incidents", "/incidents/-", "/runbooks/-/-"]));
  expect(new Set(asked).size).toBe(asked.length);
});

test("a portal that stops loads no further page", async () => {
  const asked: string[] = [];
  const { stop, done } = warmUp(async (page) => {
    asked.push(page);
    stop();
    return loaded;
  });
  await done;
  expect(asked).toHaveLength(1);
});
