"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ListFrame } from "./list-frame";

type Props = {
  label: string;
  hint: string;
  add: string;
  lines: string[];
  /** What is wrong with a line; null where nothing is. */
  fault: (line: string, index: number) => string | null;
  onLines: (lines: string[]) => void;
};

/** A list of texts in the type of code, a line each. */
export function LinesControl({ label, hint, add, lines, fault, onLines }: Props) {
  return (
    <ListFrame label={label} hint={hint} add={add} items={lines} fresh="" onItems={onLines}>
      {(line, index, onLine) => (
        <Field label={`${label} ${index + 1}`} hideLabel error={fault(line, index)}>
          <Input
            className="font-mono text-sm"
            spellCheck={false}
            autoComplete="off"
            value={line}
            onChange={(event) => onLine(event.target.value)}
          />
        </Field>
      )}
    </ListFrame>
  );
}
