type Written = { file: string; source: string };

/** Runbooks of services that run the same software: what tells them apart is a name. */
export function twins(): Written[] {
  return [
    ...["cache", "sessions", "queues"].flatMap((name) => redis(name)),
    ...["main", "ci", "registry"].flatMap((name) => postgres(name)),
  ];
}

const capitalised = (name: string) => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;

function redis(name: string): Written[] {
  const service = `redis-${name}`;
  return [
    {
      file: `${service}/README.md`,
      source: `# Redis ${capitalised(name)} Service

- Alerts: https://alerts.example.com/#/alerts?filter={type="${service}"}
- Label: Service::Redis${capitalised(name)}

## Summary

Redis for ${name}. Memory, failover, slow log, sentinel, persistence, clients, saturation: see the pages beside this one.

## Troubleshooting Pointers

- [Memory saturation](memory-saturation.md)
- [Failover and recovery](failover.md)
- [Slow log](slow-log.md)
`,
    },
    {
      file: `${service}/memory-saturation.md`,
      source: `# Redis${capitalised(name)}MemorySaturation

## Overview

The memory of Redis ${capitalised(name)} is used up beyond its objective. Possible reasons: more keys, longer lives, a big key.

## Diagnosis

\`\`\`shell
redis-cli -h ${service}-01 info memory
redis-cli -h ${service}-01 --bigkeys
\`\`\`

## Possible Resolutions

- Shorten the life of keys
- Add shards or memory

## Escalation

#g_scalability
`,
    },
    {
      file: `${service}/failover.md`,
      source: `# Failover and recovery procedures

## Check the sentinels

\`\`\`shell
redis-cli -h ${service}-sentinel-01 -p 26379 sentinel master ${service}
\`\`\`

## Fail over

\`\`\`shell
redis-cli -h ${service}-sentinel-01 -p 26379 sentinel failover ${service}
\`\`\`
`,
    },
    {
      file: `${service}/slow-log.md`,
      source: `# Slow log

How to read the slow log of an instance.

\`\`\`shell
redis-cli -h ${service}-01 slowlog get 20
redis-cli -h ${service}-01 slowlog reset
\`\`\`
`,
    },
  ];
}

function postgres(name: string): Written[] {
  const service = `postgres-${name}`;
  return [
    {
      file: `${service}/connection-saturation.md`,
      source: `---
title: Postgres${capitalised(name)}ConnectionSaturation
service: ${service}
lang: en
owner: Databases
---

## Overview

Connections of ${service} are used up: \`FATAL: sorry, too many clients already\`.

## Verification

\`\`\`sql
select count(*), state from pg_stat_activity group by state;
\`\`\`

## Troubleshooting

End idle transactions, look at pgbouncer of ${service}.
`,
    },
    {
      file: `${service}/replication-lag.md`,
      source: `# Replication lag

A replica of ${service} is behind.

## Diagnosis

\`\`\`sql
select now() - pg_last_xact_replay_timestamp();
\`\`\`

## Mitigation

End the query on the replica that holds the replay back, or build it anew.
`,
    },
  ];
}
