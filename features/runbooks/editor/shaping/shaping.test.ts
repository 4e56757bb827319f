import { EditorState, type StateCommand } from "@codemirror/state";
import { expect, test } from "vitest";
import { structureField } from "../structure/structure-field";
import { duplicateStep, moveBlockDown, moveBlockUp } from "./move-block";
import { makeLink, toggleAround, wrapAs } from "./wrap";

/** Runs a command on a text whose `|` are the ends of the selection. @returns the text with its selection */
function run(command: StateCommand, text: string): string | false {
  const [anchor, head = anchor] = [...text.matchAll(/\|/g)].map(({ index }, n) => index - n);
  const doc = text.replaceAll("|", "");
  let state = EditorState.create({
    doc,
    selection: { anchor: anchor ?? 0, head: head ?? 0 },
    extensions: structureField,
  });
  const done = command({
    state,
    dispatch: (transaction) => {
      state = transaction.state;
    },
  });
  const { from, to, empty } = state.selection.main;
  const now = state.doc.toString();
  if (!done) return false;
  return empty
    ? `${now.slice(0, from)}|${now.slice(from)}`
    : `${now.slice(0, from)}|${now.slice(from, to)}|${now.slice(to)}`;
}

const two = (first: string, second: string) => `<Diagnosis>\n\n${first}\n\nentre\n\n${second}\n\n</Diagnosis>`;
const step = (id: string, text: string) => `<Step id="${id}" title="T">\n\n${text}\n\n</Step>`;

test("a step moves as a whole, with the cursor in it", () => {
  expect(run(moveBlockDown, two(step("a", "u|no"), step("b", "dos")))).toBe(two(step("b", "dos"), step("a", "u|no")));
  expect(run(moveBlockUp, two(step("a", "uno"), step("b", "d|os")))).toBe(two(step("b", "d|os"), step("a", "uno")));
});

test("the last one stays, and outside of a block a line is moved as ever", () => {
  const text = two(step("a", "uno"), step("b", "d|os"));
  expect(run(moveBlockDown, text)).toBe(text);
  expect(run(moveBlockDown, "ho|la\n")).toBe(false);
});

test("a step written twice has an id of its own", () => {
  expect(run(duplicateStep, step("a", "u|no"))).toBe(`${step("a", "uno")}\n\n|${step("a-1", "uno")}`);
});

test("the selected lines become a step whose title is to be written", () => {
  expect(run(wrapAs("Step"), "---\nlang: en\n---\n\n|docker ps|")).toBe(
    '---\nlang: en\n---\n\n<Step id="what-to-look-at" title="|What to look at|">\n\ndocker ps\n\n</Step>',
  );
  expect(run(wrapAs("Expect"), "ve|rde")).toBe("<Expect>\n\n|verde\n\n</Expect>");
});

test("bold is put around the word, and taken away again", () => {
  expect(run(toggleAround("**"), "muy le|nto hoy")).toBe("muy **|lento|** hoy");
  expect(run(toggleAround("**"), "muy **|lento|** hoy")).toBe("muy |lento| hoy");
  expect(run(toggleAround("**"), "muy |**lento**| hoy")).toBe("muy |lento| hoy");
});

test("a link waits for its address", () => {
  expect(run(makeLink, "ver |esto|")).toBe("ver [esto](|)");
});
