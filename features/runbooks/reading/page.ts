import { z } from "zod";

/** One screen of a list that may be long. */
export type ListPage<T> = { items: T[]; page: number; pages: number; from: number; to: number; total: number };

/** The page of an address; what is not understood is the first. */
export const PageNumber = z.coerce.number().int().min(1).catch(1);

/** @param page from 1; one behind the last is the last */
export function pageOf<T>(all: readonly T[], page: number, size: number): ListPage<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const at = Math.min(Math.max(1, page), pages);
  const items = all.slice((at - 1) * size, at * size);
  const from = items.length === 0 ? 0 : (at - 1) * size + 1;
  return { items, page: at, pages, from, to: from + items.length - (items.length === 0 ? 0 : 1), total: all.length };
}
