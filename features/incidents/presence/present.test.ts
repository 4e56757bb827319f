import { expect, test } from "vitest";
import { presentPeople } from "./present";

const ana = { personId: "a", name: "Ana" };
const luis = { personId: "l", name: "Luis" };

test("somebody with two screens is there once, with both places, the latest first", () => {
  const screens = [
    { ...luis, place: "logs" },
    { ...ana, place: "restart" },
    { ...ana, place: "logs" },
    { ...ana, place: "restart" },
  ];
  expect(presentPeople(screens)).toEqual({
    people: [
      { id: "a", name: "Ana", places: ["restart", "logs"] },
      { id: "l", name: "Luis", places: ["logs"] },
    ],
  });
});

test("two people of one name are two, and a screen without a place is there all the same", () => {
  const screens = [
    { personId: "b", name: "Ana", place: "" },
    { ...ana, place: "" },
  ];
  expect(presentPeople(screens).people.map(({ id, places }) => [id, places])).toEqual([
    ["a", []],
    ["b", []],
  ]);
});
