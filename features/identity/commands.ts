import { v7 as uuid } from "uuid";
import { hashPassword, newPassword } from "@/lib/auth/password";
import { authorize } from "@/lib/auth/policy";
import { forgetStanding } from "@/lib/auth/standing";
import type { Ctx } from "@/lib/context";
import { audit } from "@/lib/db/audit";
import { isUniqueViolation, type Tx, transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors/app-error";
import { notify } from "@/lib/realtime/notify";
import { peoplePolicy } from "./policy";
import { shownPerson } from "./queries";
import type { CreatePerson, Person, PersonRef, UpdatePerson } from "./schema";

/**
 * Makes a person with a password for one hand-over, which is returned once and kept as a hash.
 * @throws `email_taken`, `forbidden`
 */
export async function createPerson(ctx: Ctx, input: CreatePerson): Promise<{ person: Person; password: string }> {
  authorize(peoplePolicy, "create", ctx.actor, null);
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  const at = ctx.now();
  const make = (tx: Tx) =>
    tx.person.create({ data: { id: uuid(), ...input, passwordHash, createdAt: at, updatedAt: at } });
  return transaction(ctx.db, async (tx) => {
    const row = await make(tx);
    await audit(tx, ctx, { action: "person.created", subject: `person:${row.id}`, data: { ...input } });
    await notify(tx, "people", 0);
    return { person: shownPerson(row), password };
  }).catch((error) => {
    throw isUniqueViolation(error) ? new AppError("email_taken", { email: input.email }) : error;
  });
}

/**
 * Changes what is given of name, role and whether the person may sign in. Takes effect on open sessions within seconds;
 * disabling also ends them for good.
 * @throws `last_admin` when nobody could administer afterwards, `not_found`, `forbidden`
 */
export async function updatePerson(ctx: Ctx, { id, name, role, disabled }: UpdatePerson): Promise<Person> {
  const person = await transaction(ctx.db, async (tx) => {
    authorize(peoplePolicy, "update", ctx.actor, null);
    const admins = await lockAdmins(tx);
    const before = await tx.person.findUnique({ where: { id } });
    if (!before) throw new AppError("not_found");
    const stopsAdministering = disabled === true || (role !== undefined && role !== "admin");
    if (stopsAdministering && admins.length === 1 && admins[0] === id) throw new AppError("last_admin");

    const data = {
      ...(name !== undefined && name !== before.name ? { name } : {}),
      ...(role !== undefined && role !== before.role ? { role } : {}),
      ...(disabled === undefined || disabled === (before.disabledAt !== null) ? {} : disabling(disabled, ctx.now())),
    };
    if (Object.keys(data).length === 0) return shownPerson(before);
    const after = await tx.person.update({ where: { id }, data: { ...data, updatedAt: ctx.now() } });
    for (const line of changes(before, after)) await audit(tx, ctx, { ...line, subject: `person:${id}` });
    await notify(tx, "people", 0);
    return shownPerson(after);
  });
  forgetStanding(id);
  return person;
}

const disabling = (disabled: boolean, at: Date) =>
  disabled ? { disabledAt: at, sessionVersion: { increment: 1 } } : { disabledAt: null };

type Before = { name: string; role: string; disabledAt: Date | null };
function changes(before: Before, after: Before) {
  const change = (action: `person.${string}`, from: string, to: string) =>
    from === to ? [] : [{ action, data: { from, to } }];
  return [
    ...change("person.renamed", before.name, after.name),
    ...change("person.role_changed", before.role, after.role),
    ...change(after.disabledAt ? "person.disabled" : "person.enabled", state(before), state(after)),
  ];
}
const state = ({ disabledAt }: Before) => (disabledAt ? "disabled" : "enabled");

/** Ids of those who can administer, locked: two who demote each other at the same time must not both succeed. */
async function lockAdmins(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM person WHERE role = 'admin' AND disabled_at IS NULL ORDER BY id FOR UPDATE`;
  return rows.map(({ id }) => id);
}

/** A new password for one hand-over, returned once; the person's sessions end. @throws `not_found`, `forbidden` */
export async function resetPassword(ctx: Ctx, { id }: PersonRef): Promise<{ password: string }> {
  authorize(peoplePolicy, "resetPassword", ctx.actor, null);
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  await transaction(ctx.db, async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id },
      data: { passwordHash, sessionVersion: { increment: 1 }, updatedAt: ctx.now() },
    });
    if (count === 0) throw new AppError("not_found");
    await audit(tx, ctx, { action: "person.password_reset", subject: `person:${id}` });
    await notify(tx, "people", 0);
  });
  forgetStanding(id);
  return { password };
}
