"use server";
import { act } from "@/lib/http/action";
import { deleteRunbook, restoreDeleted } from "./deleted/commands";
import { DeleteRunbook, RestoreDeleted } from "./deleted/schema";
import { moveRunbook } from "./move/commands";
import { MoveRunbook } from "./move/schema";

export async function moveRunbookAction(input: unknown) {
  return act(MoveRunbook, moveRunbook, input);
}

export async function deleteRunbookAction(input: unknown) {
  return act(DeleteRunbook, deleteRunbook, input);
}

export async function restoreDeletedAction(input: unknown) {
  return act(RestoreDeleted, restoreDeleted, input);
}
