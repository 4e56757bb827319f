import { cache } from "react";
import type { Role } from "@/lib/auth/roles";
import { pageContext } from "@/lib/http/page-context";

/** The signed-in person of this request, for the frame of the page; null for a reader who has not signed in. */
export const loadViewer = cache(async (): Promise<{ name: string; role: Role } | null> => {
  const { actor } = await pageContext();
  return actor.role ? { name: actor.name, role: actor.role } : null;
});
