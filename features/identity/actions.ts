"use server";
import { z } from "zod";
import { clearSession, writeSession } from "@/lib/auth/session-cookie";
import type { Ctx } from "@/lib/context";
import { act } from "@/lib/http/action";
import { createPerson, resetPassword, updatePerson } from "./commands";
import { changePassword, signOutEverywhere } from "./password/commands";
import { ChangePassword, CreatePerson, CreateToken, PersonRef, TokenRef, UpdatePerson } from "./schema";
import { createToken, revokeToken } from "./tokens/commands";

export async function createPersonAction(input: unknown) {
  return act(CreatePerson, createPerson, input);
}

export async function updatePersonAction(input: unknown) {
  return act(UpdatePerson, updatePerson, input);
}

export async function resetPasswordAction(input: unknown) {
  return act(PersonRef, resetPassword, input);
}

export async function createTokenAction(input: unknown) {
  return act(CreateToken, createToken, input);
}

export async function revokeTokenAction(input: unknown) {
  return act(TokenRef, revokeToken, input);
}

export async function changePasswordAction(input: unknown) {
  return act(ChangePassword, changeAndStay, input);
}

export async function signOutEverywhereAction() {
  return act(z.undefined(), leaveEverywhere, undefined);
}

// The command ends every session; the one that asked gets a new token.
async function changeAndStay(ctx: Ctx, input: ChangePassword) {
  const { sessionVersion } = await changePassword(ctx, input);
  const { id, name, role } = ctx.actor;
  if (id && role) await writeSession({ sub: id, name, role, sessionVersion });
}

async function leaveEverywhere(ctx: Ctx) {
  await signOutEverywhere(ctx);
  await clearSession();
}
