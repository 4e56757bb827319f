export type Target = {
  /** `<service>/<file>`; `./<file>` when it is beside this one; null for this very file. */
  runbook: string | null;
  id: string | null;
};

/**
 * Where a `goto` or a link between runbooks leads: `id`, `#id`, `file#id`, `./file.mdx#id`, `service/file#id`,
 * `/runbooks/service/file#id`. An address of another site, page or file has neither runbook nor id.
 */
export function splitTarget(target: string): Target {
  const text = target.trim();
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(text)) return { runbook: null, id: null };
  const hash = text.indexOf("#");
  const path = (hash < 0 ? text : text.slice(0, hash)).replace(/[?].*$/, "");
  const id = hash < 0 ? "" : decode(text.slice(hash + 1));
  if (path === "") return { runbook: null, id: id || null };
  const bare = path.replace(/\.mdx?$/i, "").replace(/\/$/, "");
  // Images, logs and the like are files beside the runbooks, not runbooks.
  if (/\.[a-z][a-z0-9]{0,4}$/i.test(bare)) return { runbook: null, id: null };
  if (bare.startsWith("/")) {
    const inside = /^\/runbooks\/([^/]+\/[^/]+)$/.exec(bare)?.[1];
    return { runbook: inside ?? null, id: inside ? id || null : null };
  }
  if (bare.includes("/")) {
    const sibling = /^\.\/([^/]+)$/.exec(bare)?.[1];
    const cousin = /^\.\.\/([^/.][^/]*\/[^/]+)$/.exec(bare)?.[1];
    return { runbook: sibling ? `./${sibling}` : (cousin ?? bare), id: id || null };
  }
  if (hash < 0 && bare === path) return { runbook: null, id: bare };
  return { runbook: `./${bare}`, id: id || null };
}

/** The target's full path as seen from a runbook `service/file`. */
export function resolveRunbook(target: Target, from: string): string | null {
  if (target.runbook === null) return null;
  const service = from.split("/")[0] ?? "";
  return target.runbook.startsWith("./") ? `${service}/${target.runbook.slice(2)}` : target.runbook;
}

/** As a plan keeps it: an id of the same file, or `service/file#id`. */
export function planTarget(target: string, from: string): string | null {
  const parts = splitTarget(target);
  const runbook = resolveRunbook(parts, from);
  if (runbook === null || runbook === from) return parts.id;
  return parts.id ? `${runbook}#${parts.id}` : runbook;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
