import { expect, test } from "vitest";
import { crowdOf, writingPlace } from "./crowd";

const person = (name: string, ...places: string[]) => ({ id: name, name, places });

test("a few people are all told, in the order they came in", () => {
  const people = [person("Ana"), person("Luis")];
  expect(crowdOf({ people })).toEqual({ people, more: 0 });
});

test("of a thousand, twelve are told by name, and whoever writes is among them", () => {
  const people = Array.from({ length: 1_000 }, (_, at) =>
    person(`Persona ${at}`, ...(at === 999 ? [writingPlace] : [])),
  );
  const crowd = crowdOf({ people });
  expect(crowd.people).toHaveLength(12);
  expect(crowd.people[0]?.name).toBe("Persona 999");
  expect(crowd.more).toBe(988);
  expect(JSON.stringify(crowd).length).toBeLessThan(1_500);
});
