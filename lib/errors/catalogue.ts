/**
 * Every error a person or a client can meet: its HTTP status (RFC 9110) and what a browser's outbox does with a queued
 * write that got it. `retry` later, `hold` until the person signs in, `show` the conflict to a person.
 * Titles are translated in `messages/*.json` under `errors.<code>`.
 */
export const catalogue = {
  bad_request: { status: 400, outbox: "show" },
  validation_failed: { status: 422, outbox: "show" },
  unauthenticated: { status: 401, outbox: "hold" },
  session_expired: { status: 401, outbox: "hold" },
  // The write is another person's than the one who is signed in: it waits for that person.
  other_person: { status: 401, outbox: "hold" },
  forbidden: { status: 403, outbox: "show" },
  not_found: { status: 404, outbox: "show" },
  method_not_allowed: { status: 405, outbox: "show" },
  too_large: { status: 413, outbox: "show" },
  unsupported_media_type: { status: 415, outbox: "show" },
  cross_origin: { status: 403, outbox: "show" },
  rate_limited: { status: 429, outbox: "retry" },
  internal: { status: 500, outbox: "retry" },
  database_unavailable: { status: 503, outbox: "retry" },
  // identity
  sign_in_failed: { status: 401, outbox: "hold" },
  account_disabled: { status: 403, outbox: "show" },
  identity_conflict: { status: 409, outbox: "show" },
  email_taken: { status: 409, outbox: "show" },
  last_admin: { status: 409, outbox: "show" },
  wrong_password: { status: 422, outbox: "show" },
  // incidents
  invalid_transition: { status: 409, outbox: "show" },
  reason_required: { status: 422, outbox: "show" },
  incident_closed: { status: 409, outbox: "show" },
  stale_version: { status: 409, outbox: "show" },
  entry_retracted: { status: 409, outbox: "show" },
  id_reused: { status: 409, outbox: "show" },
  record_incoherent: { status: 422, outbox: "show" },
  closing_incomplete: { status: 409, outbox: "show" },
  post_mortem_too_early: { status: 409, outbox: "show" },
  post_mortem_of_another: { status: 422, outbox: "show" },
  future_time: { status: 422, outbox: "show" },
  before_start: { status: 422, outbox: "show" },
  past_time: { status: 422, outbox: "show" },
  quick_entry_unclear: { status: 422, outbox: "show" },
  unknown_person: { status: 422, outbox: "show" },
  not_role_holder: { status: 409, outbox: "show" },
  handover_open: { status: 409, outbox: "show" },
  handover_settled: { status: 409, outbox: "show" },
  // runs
  run_ended: { status: 409, outbox: "show" },
  step_not_ready: { status: 409, outbox: "show" },
  evidence_required: { status: 422, outbox: "show" },
  confirmation_required: { status: 422, outbox: "show" },
  unknown_option: { status: 422, outbox: "show" },
  offer_changed: { status: 409, outbox: "show" },
  approval_required: { status: 409, outbox: "show" },
  approval_not_needed: { status: 409, outbox: "show" },
  approval_settled: { status: 409, outbox: "show" },
  own_approval: { status: 403, outbox: "show" },
  suggestion_settled: { status: 409, outbox: "show" },
  variable_refused: { status: 422, outbox: "show" },
  variable_conflict: { status: 409, outbox: "show" },
  // evidence
  secret_found: { status: 422, outbox: "show" },
  too_many_files: { status: 409, outbox: "show" },
  file_too_large: { status: 413, outbox: "show" },
  file_empty: { status: 422, outbox: "show" },
  already_on_step: { status: 409, outbox: "show" },
  // drills
  drill_started: { status: 409, outbox: "show" },
  drill_missed: { status: 409, outbox: "show" },
  // runbooks
  runbook_invalid: { status: 422, outbox: "show" },
  // Some of an imported text would not be on its page.
  import_incomplete: { status: 422, outbox: "show" },
  stale_base: { status: 409, outbox: "show" },
  nothing_to_publish: { status: 409, outbox: "show" },
  path_taken: { status: 409, outbox: "show" },
  worktree_changed: { status: 409, outbox: "show" },
  file_name_refused: { status: 422, outbox: "show" },
  file_name_taken: { status: 409, outbox: "show" },
  review_required: { status: 409, outbox: "show" },
  review_open: { status: 409, outbox: "show" },
  review_lapsed: { status: 409, outbox: "show" },
  own_review: { status: 403, outbox: "show" },
  repository_unavailable: { status: 503, outbox: "retry" },
} as const satisfies Record<string, { status: number; outbox: "retry" | "hold" | "show" }>;

export type ErrorCode = keyof typeof catalogue;
