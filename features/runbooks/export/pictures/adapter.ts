import { readBeside } from "../../files/adapter";
import { typeOf } from "../../files/schema";
import type { ReadableRunbook } from "../../library/runbook";
import { fileUrl } from "../../pipeline/render-tree";
import type { Surroundings } from "../html/surroundings";

/** Bytes of one picture, and of all pictures of a document, that are taken along. */
export const pictureLimits = { each: 3_000_000, all: 30_000_000 };

const prefix = "/runbook-files/";

/**
 * Reads the pictures of runbooks one runbook after the other, until a document has enough of them.
 * @returns for each runbook, its pictures as `data:` URIs by their address in the portal
 */
export function pictureReader(limits = pictureLimits): (runbook: ReadableRunbook) => Promise<Surroundings["picture"]> {
  let total = 0;
  return async (runbook) => {
    const pictures = new Map<string, string>();
    for (const address of addressesIn(runbook)) {
      const type = typeOf(address);
      if (!type?.startsWith("image/") || pictures.has(address)) continue;
      const bytes = await readBeside(address.slice(prefix.length).split("/").map(decoded));
      if (!bytes || bytes.length > limits.each || total + bytes.length > limits.all) continue;
      total += bytes.length;
      pictures.set(address, `data:${type};base64,${bytes.toString("base64")}`);
    }
    return (address) => pictures.get(address) ?? null;
  };
}

/** Files beside the runbook that it may show: as Markdown writes them, and as `<img>` does. */
function addressesIn({ path, source, outline }: ReadableRunbook): string[] {
  const tags = [...source.matchAll(/\bsrc=["']([^"']+)["']/g)].map(([, src = ""]) => src);
  const written = [...outline.links.map(({ href }) => href), ...tags];
  return written.map((href) => fileUrl(href, path)).filter((address) => address.startsWith(prefix));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
