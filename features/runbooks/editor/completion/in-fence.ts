import { fenceNames } from "../language/fence-languages";
import type { FenceMark } from "../structure/marks";
import { declaredVariables, isCommandFence, usedVariables } from "./own-words";
import type { Place, Proposal, Proposals } from "./proposal";

const started = /(\$\{[\w]*|\$[A-Za-z_]\w*|(?<![<\w])<[\p{L}_]?[\p{L}\p{N}_ .-]*|\{\{\s*(?:\$labels\.)?\w*)$/u;
const labels = ["instance", "service", "namespace", "pod", "job", "severity", "alertname"];

/** The language of a fence in its first line, and in a command the variables that can be filled in. */
export function inFence(place: Place, fence: FenceMark): Proposals | null {
  const { line, offset, slice } = place;
  if (!slice(fence.from, Math.min(offset, fence.from + fence.bodyFrom)).includes("\n")) {
    const info = /(?:`{3,}|~{3,})[ \t]*([\w-]*)$/.exec(line)?.[1];
    if (info === undefined) return null;
    return { from: offset - info.length, proposals: fenceNames.map((label) => ({ label, kind: "word" })) };
  }
  const found = isCommandFence(fence) ? started.exec(line)?.[0] : undefined;
  return found === undefined ? null : variables(place, found);
}

function variables(place: Place, typed: string): Proposals {
  const from = place.offset - typed.length;
  if (typed.startsWith("{{")) {
    return { from, proposals: labels.map((name) => ({ label: `{{ $labels.${name} }}`, kind: "variable" })) };
  }
  const write = (name: string) =>
    typed.startsWith("<") ? `<${name}>` : typed.startsWith("${") || !/^\w+$/.test(name) ? `\${${name}}` : `$${name}`;
  const usable = (name: string) => typed.startsWith("<") || /^[A-Za-z_]\w*$/.test(name);
  const declared = declaredVariables(place);
  const proposal = (name: string, detail = ""): Proposal => ({ label: write(name), kind: "variable", detail });
  // A bare `$NAME` is a variable of the shell unless the front matter declares it.
  const bare = /^\$\w/.test(typed);
  const used = bare ? [] : usedVariables(place).filter((name) => !declared.includes(name));
  const own = [...declared, ...used].filter(usable);
  const later: Proposals["later"] = async (lookup) => {
    const others = bare ? [] : (await lookup.words()).variables;
    return others
      .filter(({ name }) => !own.includes(name) && usable(name))
      .map(({ name, label }) => proposal(name, label));
  };
  return { from, proposals: own.map((name) => proposal(name)), later };
}
