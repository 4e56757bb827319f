import { expect, test } from "vitest";
import { matchPerson } from "./match-person";

const people = [
  { id: "1", email: "ana.gomez@example.org", name: "Ana Gómez" },
  { id: "2", email: "ana.ruiz@example.org", name: "Ana Ruiz" },
  { id: "3", email: "luis@example.org", name: "Luis Peña" },
];

test.each([
  ["ana.gomez@example.org", ["1"]],
  ["ana.gomez", ["1"]],
  ["AnaGomez", ["1"]],
  ["ana ruiz", ["2"]],
  ["Luis", ["3"]],
  ["luispena", ["3"]],
  ["ana", ["1", "2"]],
  ["3", ["3"]],
  ["nadie", []],
])("%s names %j", (text, ids) => {
  expect(matchPerson(people, text).map(({ id }) => id)).toEqual(ids);
});
