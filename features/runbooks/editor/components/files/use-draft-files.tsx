"use client";
import type { EditorView } from "@codemirror/view";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { v7 } from "uuid";
import { reEncoded } from "@/lib/files/re-encode";
import { besideName, endingOf, endings, freeName, names, renamed } from "../../../drafts/files/file-name";
import type { DraftFileView } from "../../../drafts/files/schema";
import type { CodeEditorHandle } from "../code/code-editor";
import { fileDrop, insertLink } from "./file-drop";
import { dropWaiting, keepWaiting, type WaitingFile, waitingFiles } from "./waiting-files";

/** Milliseconds after which files that could not be sent are tried again. */
const again = 15_000;

type Refused = { name: string; code: string };
type Options = { person: string; path: string; editor: RefObject<CodeEditorHandle | null> };

/** Files that are put into the text: named in it at once, kept in the browser until the server has them. */
export function useDraftFiles({ person, path, editor }: Options) {
  const [waiting, setWaiting] = useState<WaitingFile[]>([]);
  const [refused, setRefused] = useState<Refused[]>([]);
  const queue = useRef<WaitingFile[]>([]);
  const busy = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const drop = useCallback(async (id: string) => {
    queue.current = queue.current.filter((one) => one.id !== id);
    setWaiting(queue.current);
    await dropWaiting(id);
  }, []);

  const rename = useCallback(
    (from: string, to: string) => {
      const view = editor.current?.view();
      if (view && from !== to) editor.current?.replace(renamed(view.state.doc.toString(), from, to));
    },
    [editor],
  );

  const send = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    clearTimeout(timer.current);
    for (const one of [...queue.current]) {
      const answer = await upload(path, one);
      if (answer.state === "later") {
        timer.current = setTimeout(() => void send(), again);
        break;
      }
      await drop(one.id);
      if (answer.state === "kept") {
        rename(one.name, answer.view.name);
        showAnew(answer.view.name);
      } else setRefused((all) => [...all, { name: one.name, code: answer.code }]);
    }
    busy.current = false;
  }, [path, drop, rename]);

  const add = useCallback(
    async (view: EditorView, files: File[], at: number) => {
      let place = at;
      for (const given of files) {
        const file = await reEncoded(given);
        const image = file.type.startsWith("image/");
        const ending = endings[file.type] ?? (endingOf(file.name) || "bin");
        const text = view.state.doc.toString();
        const taken = new Set(queue.current.map(({ name }) => name));
        let name = freeName(besideName(file.name, ending), taken);
        while (names(text, name)) name = freeName(name, taken.add(name));
        insertLink(view, Math.min(place, view.state.doc.length), { name, image });
        place = view.state.selection.main.to + name.length + 3;
        const kept = { id: v7(), person, path, name, file };
        queue.current = [...queue.current, kept];
        setWaiting(queue.current);
        await keepWaiting(kept);
      }
      void send();
    },
    [person, path, send],
  );

  const adding = useRef(add);
  adding.current = add;
  const extension = useMemo(() => fileDrop((view, files, at) => void adding.current(view, files, at)), []);

  useEffect(() => {
    const wake = () => void send();
    void waitingFiles(person, path).then((kept) => {
      const known = new Set(queue.current.map(({ id }) => id));
      queue.current = [...kept.filter(({ id }) => !known.has(id)), ...queue.current];
      setWaiting(queue.current);
      wake();
    });
    window.addEventListener("online", wake);
    return () => {
      window.removeEventListener("online", wake);
      clearTimeout(timer.current);
    };
  }, [person, path, send]);

  return {
    extension,
    /** Files that the server does not have yet. */
    waiting: waiting.length,
    refused,
    forget: () => setRefused([]),
    /** Puts files where the cursor is. */
    choose: (files: File[]) => {
      const view = editor.current?.view();
      if (view) void add(view, files, view.state.selection.main.from);
    },
    /** The draft was thrown away. */
    async clear() {
      for (const { id } of queue.current) await drop(id);
    },
  };
}

type Answer = { state: "kept"; view: DraftFileView } | { state: "later" } | { state: "refused"; code: string };

/** What a later try may change: no network, no database, no session. */
const passing = new Set([401, 408, 429, 500, 502, 503, 504]);

async function upload(path: string, { name, file }: WaitingFile): Promise<Answer> {
  try {
    const address = `/api/v1/runbooks/${path}/files?${new URLSearchParams({ name })}`;
    const headers = { "content-type": "application/octet-stream" };
    const response = await fetch(address, { method: "POST", headers, body: file });
    if (response.ok) return { state: "kept", view: (await response.json()) as DraftFileView };
    if (passing.has(response.status)) return { state: "later" };
    const { code = "internal" } = (await response.json().catch(() => ({}))) as { code?: string };
    return { state: "refused", code };
  } catch {
    return { state: "later" };
  }
}

/** A preview that was drawn before the file was there asks for it again. */
function showAnew(name: string): void {
  for (const image of document.querySelectorAll<HTMLImageElement>("img")) {
    const { src } = image;
    if (src.endsWith(`/${name}`) && image.naturalWidth === 0) image.src = src;
  }
}
