/** The anchor of a heading as GitHub makes it, so that tables of contents written for it keep working. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}

/** A kebab-case ASCII id made of a text, for steps that declare none. At most 48 characters. */
export function idFrom(text: string): string {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const cut = plain.length <= 48 ? plain : plain.slice(0, 48).replace(/-[^-]*$/, "");
  return cut || "paso";
}

/** Hands out each id once: the second `x` becomes `x-1`, as GitHub does. */
export function idPool(taken: Iterable<string> = []) {
  const used = new Set(taken);
  return (wanted: string): string => {
    let id = wanted;
    for (let n = 1; used.has(id); n++) id = `${wanted}-${n}`;
    used.add(id);
    return id;
  };
}
