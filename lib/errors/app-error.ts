import { catalogue, type ErrorCode } from "./catalogue";

/** An error of the catalogue. `details` goes to the client: no secrets, nothing hidden. */
export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    readonly code: ErrorCode,
    readonly details: Record<string, unknown> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }

  get status(): number {
    return catalogue[this.code].status;
  }
}

/** Whether an error is an `AppError`, also one made by another copy of this module. */
export const isAppError = (error: unknown): error is AppError =>
  error instanceof Error && error.name === "AppError" && "code" in error && String(error.code) in catalogue;
