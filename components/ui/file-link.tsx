"use client";
import { Paperclip } from "lucide-react";
import Image from "next/image";
import { useFormatter } from "next-intl";
import { classes } from "./classes";
import { sizeParts } from "./file-size";

type FileLinkProps = {
  file: {
    name: string;
    url: string;
    /** Bytes. */
    size: number;
    /** Whether browsers show it in place. */
    shown: boolean;
  };
  /** Taken back. */
  struck?: boolean;
};

/** A file as a thumbnail, or by name and size where browsers do not show it. */
export function FileLink({ file, struck = false }: FileLinkProps) {
  const format = useFormatter();
  const { value, unit } = sizeParts(file.size);
  return (
    <a
      href={file.url}
      target={file.shown ? "_blank" : undefined}
      rel="noreferrer"
      className={classes("inline-flex max-w-full items-center gap-2", struck && "opacity-60")}
    >
      {file.shown && !struck ? (
        // As it was sent: nothing on the server decodes what people attach.
        <Image
          unoptimized
          src={file.url}
          alt=""
          width={96}
          height={64}
          className="h-16 w-24 shrink-0 rounded border border-line bg-surface object-cover"
        />
      ) : (
        <Paperclip aria-hidden className="size-4 shrink-0 text-muted" />
      )}
      <span className="min-w-0">
        <span
          className={classes("block truncate text-accent underline-offset-2", struck ? "line-through" : "underline")}
        >
          {file.name}
        </span>
        <span className="block text-sm text-muted">{format.number(value, { style: "unit", unit })}</span>
      </span>
    </a>
  );
}
