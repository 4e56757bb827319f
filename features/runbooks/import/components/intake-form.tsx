"use client";
import { FileText, FolderOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Field } from "@/components/ui/field";
import { FileChooser } from "@/components/ui/file-chooser";
import { Textarea } from "@/components/ui/textarea";
import { chosenFiles, droppedFiles, type Given } from "./read-files";
import type { Reading } from "./use-intake";

type Props = {
  reading: Reading | null;
  onFiles: (given: Given[]) => void;
  onText: (name: string, text: string) => void;
};

/** What an import starts with: a text that is pasted, files, a folder or an archive. */
export function IntakeForm({ reading, onFiles, onText }: Props) {
  const t = useTranslations("runbookImport.intake");
  const [text, setText] = useState("");
  const [over, setOver] = useState(false);
  const folder = useRef<HTMLInputElement>(null);
  const folderId = useId();

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void droppedFiles(event.dataTransfer.items).then(onFiles);
  };
  const paste = () => {
    if (text.trim() === "") return;
    onText(nameOf(text, t("pasted")), text);
    setText("");
  };

  return (
    <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
      <fieldset
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classes(
          "grid content-center justify-items-center gap-3 rounded border border-dashed px-6 py-8 text-center",
          over ? "border-accent bg-accent-soft" : "border-line-strong/60",
        )}
      >
        <legend className="sr-only">{t("sources")}</legend>
        <p className="font-medium">{t("drop")}</p>
        <p className="max-w-prose text-sm text-muted">{t("kinds")}</p>
        <div className="flex flex-wrap justify-center gap-2">
          <FileChooser label={t("files")} name="files" onFiles={(files) => onFiles(chosenFiles(files))}>
            {(choose) => (
              <Button onClick={choose} disabled={reading !== null}>
                <FileText aria-hidden className="size-4" />
                {t("files")}
              </Button>
            )}
          </FileChooser>
          <Button onClick={() => folder.current?.click()} disabled={reading !== null}>
            <FolderOpen aria-hidden className="size-4" />
            {t("folder")}
          </Button>
          <input
            ref={folder}
            id={folderId}
            type="file"
            hidden
            aria-label={t("folder")}
            name="folder"
            {...{ webkitdirectory: "" }}
            onChange={({ currentTarget }) => {
              onFiles(chosenFiles(currentTarget.files ?? []));
              currentTarget.value = "";
            }}
          />
        </div>
        {reading && <Progress {...reading} label={t("reading", reading)} />}
      </fieldset>
      <div className="grid grid-cols-1 content-start gap-2">
        <Field label={t("paste")} hint={t("pasteHint")}>
          <Textarea
            value={text}
            onChange={(event) => setText(event.target.value)}
            rows={8}
            spellCheck={false}
            className="min-h-40 font-mono text-sm"
          />
        </Field>
        <Button className="justify-self-end" onClick={paste} disabled={text.trim() === ""}>
          {t("take")}
        </Button>
      </div>
    </div>
  );
}

/** How far something is, said politely. */
export function Progress({ read, all, label }: { read: number; all: number; label: string }) {
  return (
    <div className="w-full max-w-md">
      <progress className="h-1.5 w-full accent-accent" value={read} max={Math.max(all, 1)} aria-label={label} />
      <p role="status" className="mt-1 text-sm text-muted tabular-nums">
        {label}
      </p>
    </div>
  );
}

/** A name for a text that has none: its first heading. */
function nameOf(text: string, fallback: string): string {
  const heading = /^#{1,3}\s+(.+)$/m.exec(text)?.[1] ?? fallback;
  return (
    heading
      .replace(/[\\/\p{Cc}]/gu, " ")
      .slice(0, 80)
      .trim() || fallback
  );
}
