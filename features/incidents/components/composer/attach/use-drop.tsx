"use client";
import { type ClipboardEvent, type DragEvent, useState } from "react";

/** Files that are pasted or dropped on something. `over`: somebody holds files above it. */
export function useDrop(onFiles: (files: File[]) => void) {
  const [over, setOver] = useState(false);
  const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes("Files");
  return {
    over,
    handlers: {
      onDragOver(event: DragEvent) {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop(event: DragEvent) {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      },
      onPaste(event: ClipboardEvent) {
        const files = [...event.clipboardData.files];
        // A table copied from an office program comes as text and as its picture: the text is meant.
        if (files.length === 0 || event.clipboardData.getData("text/plain") !== "") return;
        event.preventDefault();
        onFiles(files);
      },
    },
  };
}
