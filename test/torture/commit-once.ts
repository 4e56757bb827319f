// One commit in a process of its own, for tests that end it halfway: the changes as JSON on standard input, the result as
// JSON on standard output.
import { text } from "node:stream/consumers";
import { commitFiles } from "@/features/runbooks/git/write/adapter";
import { isAppError } from "@/lib/errors/app-error";

const changes = JSON.parse(await text(process.stdin));
const author = { name: "Ana Ruiz", email: "ana@example.org" };
const result = await commitFiles({ changes, message: "Tres a la vez", author, at: new Date() }).catch(
  (error: unknown) => {
    if (!isAppError(error)) throw error;
    return { code: error.code, details: error.details };
  },
);
console.log(JSON.stringify(result));
