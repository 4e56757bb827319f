import { createHash } from "node:crypto";
import type { Locale } from "@/lib/context";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors/app-error";
import { hashSource } from "@/lib/server/content-security-policy";
import { documentBundle } from "../../export/assets/adapter";
import { glossary } from "../../glossary/file/adapter";
import { searchLines } from "../../glossary/meaning";
import { listRunbooks } from "../../library/queries";
import { isReadable, type Runbook } from "../../library/runbook";
import { type Binder, binderPieces } from "../binder/binder";
import { binderLimits, refusesBinder } from "../binder/binder-limits";
import { type Frame, ownPolicy } from "../document/frame";
import { pageMargins } from "../document/page-margins";
import { stateOf } from "../document/runbook-article";
import { textIn } from "../html/words";
import { pictureReader } from "../pictures/adapter";
import { type ExportScope, exportName, inScope } from "../scope";
import { headFiles } from "../source/adapter";

/** Where the portal is reached, without a slash at the end; null where no setting says so. */
export const portalUrl = (): string | null => env().NEXTAUTH_URL?.replace(/\/+$/, "") ?? null;

/** `2026-01-15 03:10 UTC`. */
export const minuteOf = (date: Date): string => `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;

export type BinderPlan = {
  binder: Binder;
  /** The same for the same content, language and day. */
  key: string;
  pieces: () => AsyncGenerator<string>;
};

/**
 * Everything that a binder is made of, without the binder itself.
 * @throws `not_found` where the scope holds no runbook, `binder_too_large` where it holds too many
 */
export async function planBinder(scope: ExportScope, lang: Locale, now: Date): Promise<BinderPlan> {
  const runbooks = (await listRunbooks()).filter(inScope(scope));
  const readable = runbooks.filter(isReadable);
  if (runbooks.length === 0) throw new AppError("not_found");
  if (refusesBinder(readable, ({ source }) => source.length))
    throw new AppError("binder_too_large", {
      count: String(readable.length),
      limit: String(binderLimits.runbooks),
    });
  const head = await headFiles();
  const entries = readable.map((runbook) => ({ runbook, state: stateOf(runbook, committedBlob(head, runbook), now) }));
  const binder: Binder = {
    lang,
    name: scope.kind === "everything" ? null : scope.kind === "service" ? scope.service : scope.path,
    entries,
    unreadable: runbooks.filter((one) => !isReadable(one)).map(({ path }) => path),
    commit: head?.commit ?? null,
    madeAt: minuteOf(now),
    portal: portalUrl(),
    meanings: searchLines(await glossary()),
  };
  const frame = await frameOf(binder, "binder", `Bitácora · ${exportName(scope)}`);
  // Another version of the portal may say the same content in other words.
  const version = process.env.BITACORA_BUILD ?? process.pid;
  const said = [version, lang, scope, frame.policy, binder.commit, binder.portal, now.toISOString().slice(0, 10)];
  const state = [
    entries.map(({ runbook, state }) => [runbook.path, runbook.blob, state]),
    binder.unreadable,
    binder.meanings,
  ];
  const key = createHash("sha256")
    .update(JSON.stringify([said, state]))
    .digest("hex");
  return { binder, key, pieces: () => binderPieces(binder, frame, pictureReader()) };
}

/** The frame of a document, with a policy that lets in what is in the frame and nothing else. */
export async function frameOf(
  { lang, entries, commit, madeAt }: Pick<Binder, "lang" | "entries" | "commit" | "madeAt">,
  script: "binder" | "print",
  title: string,
): Promise<Frame> {
  const bundle = await documentBundle();
  const services = [...new Set(entries.map(({ runbook }) => runbook.service))];
  const from = `${commit?.slice(0, 12) ?? textIn(lang, "exports.binder.noCommit")} · ${madeAt.slice(0, 10)}`;
  const css = bundle.css + pageMargins(services, from);
  return {
    lang,
    title,
    css,
    script: bundle[script],
    policy: ownPolicy(hashSource(css), hashSource(bundle[script])),
  };
}

/** The blob of a runbook's file at HEAD; null when HEAD has none, undefined when there is no HEAD. */
export function committedBlob(
  head: Awaited<ReturnType<typeof headFiles>>,
  { file }: Runbook,
): string | null | undefined {
  return head ? (head.blobs.get(`runbooks/${file}`) ?? null) : undefined;
}
