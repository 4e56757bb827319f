"use server";
import type { InspectionResult } from "@/features/runbooks/editor/components/use-inspection";
import { inspectAs } from "@/features/runbooks/editor/loaders";
import { asAppError } from "@/lib/http/problem";

/**
 * Problems of a text that is being written, and the page that it makes, rendered on the server by the components of the
 * reading page: the browser receives elements and never evaluates anything.
 */
export async function inspectRunbook({ path, text }: { path: string; text: string }): Promise<InspectionResult> {
  try {
    const { problems } = await inspectAs({ path, text });
    return { ok: true, problems, rendered: null };
  } catch (error) {
    return { ok: false, code: asAppError(error).code };
  }
}
