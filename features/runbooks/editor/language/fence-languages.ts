import type { Language } from "@codemirror/language";
import { type Look, streamLanguage } from "./stream-language";

const hash = /^#/;
const dollar = /^\$(?:\{[^}]*\}|[\w@*#?!-]+)/;

const yamlLook: Look = {
  name: "yaml",
  comment: /^#/,
  keywords: "true false null yes no",
  key: /^[\p{L}_][\p{L}\p{N}_. -]*(?=:(?:\s|$))/u,
};

export const yaml = streamLanguage(yamlLook);

const looks: [names: string, look: Look][] = [
  [
    "bash sh shell console zsh shellsession",
    {
      name: "shell",
      comment: hash,
      keywords:
        "if then else elif fi for while until do done case esac in function return exit break continue local export set unset source trap",
      known:
        "sudo cd echo printf cat grep sed awk cut sort uniq head tail wc xargs find ls rm cp mv mkdir chmod chown curl wget ssh scp docker podman kubectl helm systemctl journalctl service ps kill top df du free ip ss ping dig openssl git make npm node python psql pg_dump pg_restore redis-cli mysql aws gcloud az terraform ansible jq yq tar gzip watch sleep read test",
      variable: dollar,
    },
  ],
  [
    "sql psql",
    {
      name: "sql",
      comment: /^--/,
      keywords:
        "select from where and or not in is null as on join left right inner outer full group by order having limit offset insert into values update set delete create table index view drop alter add column primary key references foreign default unique begin commit rollback transaction with union all distinct case when then else end like ilike between exists explain analyze vacuum reindex grant revoke terminate truncate using returning cascade concurrently",
      known:
        "count sum avg min max now interval coalesce text integer bigint boolean timestamp timestamptz date json jsonb uuid numeric varchar pg_stat_activity pg_terminate_backend pg_cancel_backend pg_locks",
      ignoreCase: true,
      variable: /^[:$]\w+/,
    },
  ],
  [
    "powershell ps1 pwsh",
    {
      name: "powershell",
      comment: hash,
      keywords:
        "if else elseif foreach for while do switch function param return try catch finally throw in begin process end",
      known:
        "Get-Service Restart-Service Stop-Service Start-Service Get-Process Stop-Process Get-Content Set-Content Get-EventLog Get-WinEvent Invoke-WebRequest Invoke-RestMethod Where-Object ForEach-Object Select-Object Test-NetConnection Write-Output",
      ignoreCase: true,
      variable: /^\$(?:\{[^}]*\}|[\w:]+)/,
    },
  ],
  ["yaml yml", yamlLook],
  [
    "json json5 jsonc",
    { name: "json", comment: /^\/\//, keywords: "true false null", key: /^"(?:[^"\\]|\\.)*"(?=\s*:)/ },
  ],
  [
    "js javascript ts typescript jsx tsx",
    {
      name: "javascript",
      comment: /^\/\//,
      keywords:
        "const let var function return if else for while do switch case break continue new class extends import export from default async await try catch finally throw typeof instanceof in of null undefined true false this type interface",
    },
  ],
  [
    "python py",
    {
      name: "python",
      comment: hash,
      keywords:
        "def class return if elif else for while try except finally raise with as import from lambda yield async await pass break continue and or not in is None True False global del assert",
      known: "print len range open str int dict list set",
    },
  ],
  [
    "dockerfile docker",
    {
      name: "dockerfile",
      comment: hash,
      keywords:
        "from run cmd label expose env add copy entrypoint volume user workdir arg onbuild stopsignal healthcheck shell",
      ignoreCase: true,
      variable: dollar,
    },
  ],
  [
    "nginx conf",
    {
      name: "nginx",
      comment: hash,
      keywords: "server location upstream http events if return proxy_pass listen root include set rewrite try_files",
      variable: /^\$\w+/,
    },
  ],
  [
    "ini toml properties env",
    {
      name: "ini",
      comment: /^[#;]/,
      keywords: "true false",
      key: /^[\w.-]+(?=\s*=)/,
      line: [[/^\s*\[.*\]\s*$/, "keyword"]],
    },
  ],
  [
    "diff patch",
    {
      name: "diff",
      comment: /^(?!)/,
      keywords: "",
      line: [
        [/^\+/, "inserted"],
        [/^-/, "deleted"],
        [/^@@/, "meta"],
        [/^/, "content"],
      ],
    },
  ],
  [
    "promql",
    {
      name: "promql",
      comment: hash,
      keywords: "by without on ignoring group_left group_right offset bool and or unless",
      known:
        "rate irate increase sum avg min max count histogram_quantile topk bottomk absent delta time vector label_replace",
    },
  ],
  [
    "redis",
    {
      name: "redis",
      comment: hash,
      keywords:
        "get set del keys scan info ping config flushall flushdb expire ttl incr lpush rpush lrange llen hget hset hgetall client memory slowlog monitor",
      ignoreCase: true,
    },
  ],
];

const byName = new Map<string, Language>(
  looks.flatMap(([names, look]) => {
    const language = look === yamlLook ? yaml : streamLanguage(look);
    return names.split(" ").map((name): [string, Language] => [name, language]);
  }),
);

/** Names that a fence can have, those that are commands first; `mermaid` is a diagram. */
export const fenceNames = [
  "bash",
  "sql",
  "powershell",
  "console",
  "psql",
  "redis",
  "promql",
  "json",
  "yaml",
  "python",
  "javascript",
  "dockerfile",
  "nginx",
  "ini",
  "diff",
  "mermaid",
  "text",
];

/** The language of a fence by its first word; null when we know none. */
export const fenceLanguage = (info: string): Language | null =>
  byName.get(/^[^\s{]*/.exec(info)?.[0].toLowerCase() ?? "") ?? null;
