import type { Addresses } from "./addresses";

/** What a batch takes along: where each of its files will stand. */
export type Moves = {
  /** Texts by their place in the batch, with the path of the runbook that each becomes. */
  texts: ReadonlyMap<string, string>;
  /** Other files by their place in the batch. */
  files: ReadonlySet<string>;
};

/** A file that a text refers to, by its place in the batch, and where it goes below the folder of the runbooks. */
export type Companion = { from: string; to: string };

/**
 * Where the relative addresses of a text lead once the batch is imported: to the page of another text's runbook, or to
 * the file that is taken along beside this one.
 * @param place of the text in the batch, `/` between the parts
 */
export function movedAddresses(
  relative: string[],
  place: string,
  service: string,
  moves: Moves,
): { addresses: Addresses; companions: Companion[]; absent: string[] } {
  const addresses: Record<string, string> = {};
  const companions: Companion[] = [];
  const absent: string[] = [];
  for (const address of relative) {
    const [, path = "", tail = ""] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
    const target = resolve(place, decoded(path));
    const text = target === null ? undefined : textAt(target, moves);
    if (text !== undefined) addresses[address] = `/runbooks/${text}${tail.startsWith("#") ? tail : ""}`;
    else if (target !== null && moves.files.has(target)) {
      const name = fileName(target, place);
      companions.push({ from: target, to: `${service}/${name}` });
      addresses[address] = encodeURI(name) + tail;
    } else absent.push(address);
  }
  return { addresses, companions, absent };
}

/** Wikis leave endings out, and link to a folder for its index. */
function textAt(target: string, { texts }: Moves): string | undefined {
  for (const one of ["", ".md", ".mdx", ".markdown", "/index.md", "/README.md", "/_index.md"]) {
    const found = texts.get(target + one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The file's path as seen from the text, without what leads out of its folder. */
function fileName(target: string, place: string): string {
  const folder = place.split("/").slice(0, -1);
  const parts = target.split("/");
  let same = 0;
  while (same < folder.length && same < parts.length - 1 && folder[same] === parts[same]) same += 1;
  return parts
    .slice(same)
    .map((part) =>
      part
        .normalize("NFC")
        .replace(/[^\p{L}\p{N}._-]+/gu, "-")
        .replace(/^[.-]+/, ""),
    )
    .filter(Boolean)
    .join("/");
}

function resolve(place: string, address: string): string | null {
  const parts = place.split("/").slice(0, -1);
  for (const part of address.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
