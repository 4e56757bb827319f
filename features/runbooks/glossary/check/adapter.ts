import path from "node:path";
import type { Problem } from "../../artifact";
import { readGlossaryFile } from "../file/adapter";
import { glossaryFile, parseGlossary } from "../meaning";

export const isGlossary = (name: string): boolean => path.basename(name) === glossaryFile;

/** What is wrong with a glossary, line by line. @param name as it is shown */
export async function glossaryProblems(absolute: string, name: string): Promise<Problem[]> {
  const read = await readGlossaryFile(absolute, name);
  return "text" in read ? parseGlossary(read.text, name).problems : [read.problem];
}
