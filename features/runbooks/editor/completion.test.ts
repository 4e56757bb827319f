import { describe, expect, test } from "vitest";
import { proposalsAt, unclosed } from "./completion";
import { vocabulary } from "./vocabulary";

const words = vocabulary();
const labels = (before: string, asked = true) => proposalsAt(before, words, asked)?.proposals.map((one) => one.label);

describe("proposals", () => {
  test("after `<` are the tags, those that fit here first", () => {
    expect(labels("<Remediation>\n\n<")?.[0]).toBe("<Step>");
    expect(labels("<")?.slice(0, 3)).toEqual(["<Checklist>", "<Triage>", "<Procedure>"]);
  });

  test("inside a tag are the attributes that it has not got yet, required ones first", () => {
    expect(labels('<Step title="x" ')?.[0]).toBe("id");
    expect(labels('<Step id="a" title="x" ki')).not.toContain("title");
    expect(labels('<Step id="a" title="x" ki')).toContain("kind");
  });

  test("inside an attribute are its values", () => {
    expect(labels('<Step id="a" kind="')).toEqual(["read", "change"]);
    expect(proposalsAt('<Checklist when="rec', words, true)?.from).toBe('<Checklist when="'.length);
  });

  test("after `</` is the tag that is open", () => {
    expect(labels("<Procedure id='a > b'>\n<Symptoms>\n</Symptoms>\n</")).toEqual(["</Procedure>"]);
  });

  test("in the front matter are the keys that are missing", () => {
    expect(labels("---\ntitle: x\n")).toContain("owner");
    expect(labels("---\ntitle: x\n")).not.toContain("title");
    expect(labels("---\ntitle: x\n---\n")).not.toContain("owner");
  });

  test("at the beginning of a line are blocks, but only when asked for or typed on", () => {
    expect(labels("text\n", false)).toBeUndefined();
    expect(labels("text\nPro", false)).toContain("Procedure");
    expect(labels("text\n", true)).toContain("Callout");
  });

  test("in a fence there are none", () => {
    expect(labels("```bash\ncat <")).toBeUndefined();
    expect(labels("```bash\ncat\n```\n\n<")).toContain("<Procedure>");
  });
});

test("the open tag is the innermost one that is not closed", () => {
  expect(unclosed("<A><B/><C></C>")).toBe("A");
  expect(unclosed("<A></A>")).toBeNull();
});
