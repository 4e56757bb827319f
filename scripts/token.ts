// npm run token -- --name ci --role responder [--days 90]: prints one API token, alone on the last line.
import { parseArgs } from "node:util";
import { CreateToken } from "@/features/identity/schema";
import { createToken } from "@/features/identity/tokens/commands";
import { system } from "@/lib/auth/actor";
import { roles } from "@/lib/auth/roles";
import { withPortalDatabase } from "@/lib/db/standalone";

const usage = `usage: npm run token -- --name <who uses it> --role <${roles.join("|")}> [--days <until it expires>]`;

function asked() {
  try {
    const options = { name: { type: "string" }, role: { type: "string" }, days: { type: "string" } } as const;
    const { name, role, days } = parseArgs({ options }).values;
    return CreateToken.parse({ name, role, expiresInDays: days === undefined ? undefined : Number(days) });
  } catch {
    console.error(usage);
    process.exit(2);
  }
}

const input = asked();
try {
  const { token, secret } = await withPortalDatabase(process.cwd(), (db) =>
    createToken({ db, actor: system, now: () => new Date(), source: "system", locale: "es" }, input),
  );
  const until = token.expiresAt ? `expires ${token.expiresAt}` : "does not expire";
  console.error(`Token "${token.name}" with the role ${token.role}; ${until}. It is shown only now.`);
  console.log(secret);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
process.exit(); // the migration engine keeps a timer of ten seconds after its work is done
