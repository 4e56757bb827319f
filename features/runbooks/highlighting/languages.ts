import bash from "highlight.js/lib/languages/bash";
import diff from "highlight.js/lib/languages/diff";
import dockerfile from "highlight.js/lib/languages/dockerfile";
import ini from "highlight.js/lib/languages/ini";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import nginx from "highlight.js/lib/languages/nginx";
import powershell from "highlight.js/lib/languages/powershell";
import python from "highlight.js/lib/languages/python";
import shell from "highlight.js/lib/languages/shell";
import sql from "highlight.js/lib/languages/sql";
import typescript from "highlight.js/lib/languages/typescript";
import yaml from "highlight.js/lib/languages/yaml";
import { createLowlight } from "lowlight";

/** A runbook is highlighted on the server; a page that needs this in the browser loads it when it meets code. */
export const lowlight = createLowlight({
  bash,
  diff,
  dockerfile,
  ini,
  javascript,
  json,
  nginx,
  powershell,
  python,
  shell,
  sql,
  typescript,
  yaml,
});

lowlight.registerAlias({ bash: ["redis", "caddyfile"], ini: ["properties", "env", "dotenv"], sql: ["psql", "promql"] });
