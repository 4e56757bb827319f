import { expect, test } from "vitest";
import { signInProblem } from "./problem";

test.each([
  ["rate_limited.840", { code: "rate_limited", retryMinutes: 14 }],
  ["sign_in_failed", { code: "sign_in_failed", retryMinutes: null }],
  ["database_unavailable", { code: "database_unavailable", retryMinutes: null }],
  ["CredentialsSignin", { code: "sign_in_failed", retryMinutes: null }],
  ["OAuthCallback", { code: "provider_failed", retryMinutes: null }],
  ["constructor", { code: "provider_failed", retryMinutes: null }],
  ["<script>", { code: "provider_failed", retryMinutes: null }],
  ["", null],
  [undefined, null],
])("%s is told as %o", (error, problem) => {
  expect(signInProblem(error)).toEqual(problem);
});
