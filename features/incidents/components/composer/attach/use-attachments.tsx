"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { v7 } from "uuid";
import { useOutbox } from "@/components/layout/outbox/use-outbox";
import { reEncoded } from "@/lib/files/re-encode";
import { maskedCopy } from "@/lib/secrets/masked-file";
import { captionLimit, fileLimit } from "../../../attachments/limits";
import { laneOf } from "../../../live/with-unsent";
import { useLiveIncident } from "../../view/live-incident";

/** A file beside the text of the composer, not sent yet. */
export type PendingFile = {
  /** Id of the attachment and of its entry. */
  id: string;
  file: File;
  name: string;
  /** To be shown, for a picture; revoked when it leaves the composer. */
  url: string | null;
  /** The same without its secrets, where there are any; `mask`: that one is sent. */
  masked: File | null;
  mask: boolean;
  tooLarge: boolean;
};

/** The files of the composer, until they leave it for the outbox. */
export function useAttachments() {
  const { incident, api } = useLiveIncident();
  const { outbox } = useOutbox();
  const [files, setFiles] = useState<PendingFile[]>([]);
  const current = useRef(files);
  current.current = files;
  useEffect(() => () => revoke(current.current), []);

  const add = useCallback(async (given: Iterable<File>) => {
    const made = await Promise.all([...given].map(pending));
    setFiles((all) => [...all, ...made]);
  }, []);
  const remove = (id: string) => {
    revoke(files.filter((one) => one.id === id));
    setFiles(files.filter((one) => one.id !== id));
  };
  const toggleMask = (id: string) => setFiles(files.map((one) => (one.id === id ? { ...one, mask: !one.mask } : one)));
  /** Puts the files in the outbox, the first one with the text; they leave the composer. */
  const send = (text: string, happenedAt: Date) => {
    const sendable = files.filter(({ tooLarge }) => !tooLarge);
    if (!outbox) return;
    for (const [index, { id, file, masked, mask, name }] of sendable.entries()) {
      const query = new URLSearchParams({ id, name, happenedAt: happenedAt.toISOString() });
      if (index === 0 && text !== "") query.set("text", text);
      void outbox.add({
        id,
        lane: laneOf(incident.key),
        person: outbox.person,
        method: "POST",
        path: `${api}/attachments?${query}`,
        body: mask && masked ? masked : file,
        writtenAt: new Date().toISOString(),
        label: [index === 0 ? text : "", name].filter(Boolean).join(" · "),
      });
    }
    revoke(sendable);
    setFiles(files.filter(({ tooLarge }) => tooLarge));
  };
  return { files, add, remove, toggleMask, send, fits: (text: string) => text.length <= captionLimit };
}

export type Attachments = ReturnType<typeof useAttachments>;

async function pending(given: File): Promise<PendingFile> {
  const file = await reEncoded(given);
  const tooLarge = file.size > fileLimit || file.size === 0;
  const masked = tooLarge ? null : await maskedCopy(file);
  return {
    id: v7(),
    file,
    name: file.name || "image.png",
    url: /^image\/(png|jpeg|webp|gif)$/.test(file.type) ? URL.createObjectURL(file) : null,
    masked,
    mask: masked !== null,
    tooLarge,
  };
}

const revoke = (files: PendingFile[]) => {
  for (const { url } of files) if (url) URL.revokeObjectURL(url);
};
