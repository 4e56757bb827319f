"use client";
import { type ReactNode, useRef } from "react";

type FileChooserProps = {
  /** What it is for, to whoever cannot see it. */
  label: string;
  name: string;
  onFiles: (files: File[]) => void;
  /** The button that opens it. */
  children: (choose: () => void) => ReactNode;
};

/** Picks files from the device, any number and as often as one likes, also the same ones again. */
export function FileChooser({ label, name, onFiles, children }: FileChooserProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      {children(() => chooser.current?.click())}
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={label}
        name={name}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
    </>
  );
}
