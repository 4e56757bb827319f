import {
  draftPostMortemContract,
  readPostMortemContract,
  savePostMortemContract,
} from "@/features/records/post-mortem/api";
import { draftPostMortem } from "@/features/records/post-mortem/commands";
import { readPostMortem } from "@/features/records/post-mortem/queries";
import { savePostMortem } from "@/features/records/post-mortem/save/commands";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(readPostMortemContract, readPostMortem);
export const POST = endpoint(draftPostMortemContract, draftPostMortem);
export const PUT = endpoint(savePostMortemContract, savePostMortem);
