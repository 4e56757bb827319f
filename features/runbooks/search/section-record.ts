import type { SearchSection, SectionKind } from "../artifact";

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * A section as one text: the lengths of its parts in UTF-16 units, then the parts. Kept as UTF-8 outside of the heap, and read
 * when it may be shown.
 */
export function recordOf(section: SearchSection): string {
  const { kind, anchor, parent, title, symptoms, causes, prose, commands, alerts } = section;
  const parts = [kind, anchor, parent ?? "", title, symptoms, causes, prose, commands, alerts];
  return `${parent === null ? "-" : "+"}${parts.map(({ length }) => length).join()}\n${parts.join("")}`;
}

/** The section again. What has no UTF-8 (half a surrogate pair) comes back as U+FFFD. */
export function readRecord(bytes: Uint8Array): SearchSection {
  const text = decoder.decode(bytes);
  const head = text.indexOf("\n");
  let at = head + 1;
  const next = (length: string) => {
    const from = at;
    at += Number(length);
    return text.slice(from, at);
  };
  const parts = text.slice(1, head).split(",").map(next);
  const [
    kind,
    anchor = "",
    parent = "",
    title = "",
    symptoms = "",
    causes = "",
    prose = "",
    commands = "",
    alerts = "",
  ] = parts;
  return {
    anchor,
    kind: kind as SectionKind,
    parent: text.startsWith("-") ? null : parent,
    title,
    symptoms,
    causes,
    prose,
    commands,
    alerts,
  };
}
