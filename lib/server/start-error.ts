/** A start that cannot go on, in words for the person at the terminal: shown without a stack, and the process ends with 1. */
export class StartError extends Error {
  override readonly name = "StartError";
}
