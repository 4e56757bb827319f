"use server";
import { PostMortemDocument } from "@/app/postmortems/document";
import { inspectPostMortemAs } from "@/features/records/post-mortem/loaders";
import type { InspectionResult } from "@/features/runbooks/editor/components/use-inspection";
import { asAppError } from "@/lib/http/problem";

/** Problems of a post-mortem that is being written, and the page that it makes. */
export async function inspectPostMortem(input: { path: string; text: string }): Promise<InspectionResult> {
  try {
    const { problems, artifact } = await inspectPostMortemAs(input);
    return { ok: true, problems, rendered: artifact && <PostMortemDocument artifact={artifact} /> };
  } catch (error) {
    return { ok: false, code: asAppError(error).code };
  }
}
