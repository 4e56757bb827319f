/** What generated runbooks are put together from: parts of a system, with what is run on them, in both languages. */
export type Part = { name: string; kind: "database" | "queue" | "web" | "cluster" | "job" | "net"; commands: string[] };

export const parts: Part[] = [
  {
    name: "postgres",
    kind: "database",
    commands: ['psql -c "select * from pg_stat_activity"', "pg_isready -h <host>"],
  },
  { name: "mysql", kind: "database", commands: ['mysql -e "show processlist"', "mysqladmin -h <host> status"] },
  { name: "mongodb", kind: "database", commands: ["mongosh --eval 'rs.status()'", "mongostat --host <host>"] },
  { name: "redis", kind: "database", commands: ["redis-cli -h <host> info memory", "redis-cli --bigkeys"] },
  { name: "cassandra", kind: "database", commands: ["nodetool status", "nodetool tpstats"] },
  {
    name: "elasticsearch",
    kind: "database",
    commands: ["curl -s <host>:9200/_cat/health", "curl -s <host>:9200/_cat/shards"],
  },
  { name: "clickhouse", kind: "database", commands: ["clickhouse-client -q 'select * from system.merges'"] },
  { name: "etcd", kind: "database", commands: ["etcdctl endpoint health", "etcdctl endpoint status -w table"] },
  {
    name: "kafka",
    kind: "queue",
    commands: ["kafka-consumer-groups.sh --describe --group <group>", "kafka-topics.sh --list"],
  },
  {
    name: "rabbitmq",
    kind: "queue",
    commands: ["rabbitmqctl list_queues name messages", "rabbitmq-diagnostics status"],
  },
  { name: "nats", kind: "queue", commands: ["nats stream report", "nats server check connection"] },
  { name: "sidekiq", kind: "queue", commands: ["redis-cli llen queue:default"] },
  { name: "celery", kind: "queue", commands: ["celery -A app inspect active", "celery -A app status"] },
  { name: "sqs", kind: "queue", commands: ["aws sqs get-queue-attributes --queue-url <url>"] },
  { name: "nginx", kind: "web", commands: ["nginx -t", "tail -n 100 /var/log/nginx/error.log"] },
  { name: "haproxy", kind: "web", commands: ["echo 'show stat' | socat stdio /run/haproxy.sock"] },
  { name: "envoy", kind: "web", commands: ["curl -s localhost:9901/clusters"] },
  { name: "gunicorn", kind: "web", commands: ["systemctl status gunicorn", "journalctl -u gunicorn -n 100"] },
  { name: "php-fpm", kind: "web", commands: ["systemctl status php-fpm", "curl -s localhost/fpm-status"] },
  { name: "tomcat", kind: "web", commands: ["jstack <pid>", "tail -n 200 catalina.out"] },
  { name: "varnish", kind: "web", commands: ["varnishstat -1", "varnishlog -q 'RespStatus >= 500'"] },
  { name: "kubelet", kind: "cluster", commands: ["kubectl describe node <node>", "journalctl -u kubelet -n 200"] },
  {
    name: "coredns",
    kind: "cluster",
    commands: ["kubectl -n kube-system logs deploy/coredns", "dig @<host> kubernetes.default"],
  },
  { name: "ingress", kind: "cluster", commands: ["kubectl get ingress -A", "kubectl logs deploy/ingress-nginx"] },
  {
    name: "prometheus",
    kind: "cluster",
    commands: ["promtool check config prometheus.yml", "curl -s <host>:9090/-/ready"],
  },
  { name: "alertmanager", kind: "cluster", commands: ["amtool alert query", "amtool check-config alertmanager.yml"] },
  { name: "vault", kind: "cluster", commands: ["vault status", "vault operator raft list-peers"] },
  { name: "consul", kind: "cluster", commands: ["consul members", "consul operator raft list-peers"] },
  { name: "argocd", kind: "cluster", commands: ["argocd app get <app>", "argocd app sync <app> --dry-run"] },
  { name: "backup", kind: "job", commands: ["restic snapshots --last", "restic check"] },
  {
    name: "airflow",
    kind: "job",
    commands: ["airflow dags list-runs -d <dag>", "airflow tasks states-for-dag-run <dag> <run>"],
  },
  { name: "cron", kind: "job", commands: ["grep CRON /var/log/syslog | tail", "crontab -l"] },
  { name: "spark", kind: "job", commands: ["yarn application -list", "yarn logs -applicationId <app>"] },
  { name: "jenkins", kind: "job", commands: ["curl -s <host>/computer/api/json", "tail -n 100 jenkins.log"] },
  { name: "vpn", kind: "net", commands: ["wg show", "ip route get <host>"] },
  { name: "dns", kind: "net", commands: ["dig +trace <host>", "resolvectl status"] },
  { name: "firewall", kind: "net", commands: ["iptables -L -n -v", "nft list ruleset"] },
  { name: "loadbalancer", kind: "net", commands: ["ipvsadm -Ln", "curl -s <host>/healthz"] },
  {
    name: "certificates",
    kind: "net",
    commands: ["openssl s_client -connect <host>:443 </dev/null | openssl x509 -noout -dates"],
  },
  { name: "ntp", kind: "net", commands: ["chronyc tracking", "timedatectl status"] },
];

export type Lang = "es" | "en";
type Words = Record<Lang, string>;
/** What goes wrong: how people say it, what the log says, what is done. `#` stands for the part. */
export type Failure = {
  id: string;
  alert: string;
  title: Words;
  symptoms: Record<Lang, string[]>;
  error: string;
  cause: Words;
  fix: Words;
};

export const failures: Failure[] = [
  failure(
    "disk-full",
    "DiskFull",
    ["# sin espacio en disco", "# out of disk space"],
    [
      ["El volumen de # está al 100 %", "Las escrituras de # fallan"],
      ["The volume of # is at 100%", "Writes of # fail"],
    ],
    "could not write block: No space left on device",
    ["Registros que nadie rota", "Logs that nobody rotates"],
    ["Borrar registros antiguos y ampliar el volumen", "Remove old logs and grow the volume"],
  ),
  failure(
    "oom",
    "OomKilled",
    ["# muerto por falta de memoria", "# killed for lack of memory"],
    [
      ["El proceso de # se reinicia solo", "La memoria de # sube sin parar"],
      ["The process of # restarts by itself", "Memory of # grows without end"],
    ],
    "Out of memory: Killed process 4121",
    ["Una fuga de memoria tras el último despliegue", "A memory leak since the last deployment"],
    ["Subir el límite y volver a la versión anterior", "Raise the limit and roll back"],
  ),
  failure(
    "connections",
    "TooManyConnections",
    ["# agota las conexiones", "# runs out of connections"],
    [
      ["Los clientes de # no pueden conectar", "El grupo de conexiones de # está lleno"],
      ["Clients of # cannot connect", "The connection pool of # is exhausted"],
    ],
    "FATAL: sorry, too many clients already",
    ["Un servicio que no devuelve conexiones", "A service that leaks connections"],
    ["Cerrar las sesiones ociosas", "Close idle sessions"],
  ),
  failure(
    "refused",
    "ConnectionRefused",
    ["# rechaza conexiones", "# refuses connections"],
    [["Todo lo que llama a # falla al instante"], ["Whatever calls # fails at once"]],
    "connect ECONNREFUSED 10.2.3.4:5432",
    ["El proceso no escucha en su puerto", "The process does not listen on its port"],
    ["Arrancar el servicio y mirar su configuración", "Start the service and look at its configuration"],
  ),
  failure(
    "latency",
    "HighLatency",
    ["# responde lento", "# is slow"],
    [
      ["Los usuarios esperan segundos por #", "El percentil 99 de # se dispara"],
      ["Users wait seconds for #", "The 99th percentile of # goes up"],
    ],
    "request timed out after 30000ms",
    ["Una consulta sin índice", "A query without an index"],
    ["Matar la consulta y crear el índice", "Kill the query and create the index"],
  ),
  failure(
    "lag",
    "ReplicationLag",
    ["La réplica de # va con retraso", "Replica of # lags behind"],
    [["Las lecturas de # devuelven datos viejos"], ["Reads of # return stale data"]],
    "replication lag exceeds 300 seconds",
    ["Una transacción muy larga en el primario", "A very long transaction on the primary"],
    ["Parar la carga masiva y esperar", "Stop the bulk load and wait"],
  ),
  failure(
    "backlog",
    "QueueBacklog",
    ["La cola de # crece y no baja", "Queue of # grows and does not drain"],
    [
      ["Los mensajes de # tardan horas", "Los consumidores de # están parados"],
      ["Messages of # take hours", "Consumers of # have stopped"],
    ],
    "consumer lag 182394 for partition 3",
    ["Un mensaje que hace caer al consumidor", "A message that crashes the consumer"],
    ["Apartar el mensaje y reiniciar los consumidores", "Set the message aside and restart the consumers"],
  ),
  failure(
    "expired",
    "CertificateExpired",
    ["Certificado de # caducado", "Certificate of # expired"],
    [
      ["Los navegadores avisan al abrir #", "Las llamadas TLS a # fallan"],
      ["Browsers warn on opening #", "TLS calls to # fail"],
    ],
    "x509: certificate has expired or is not yet valid",
    ["La renovación automática falló", "The automatic renewal failed"],
    ["Renovar a mano y recargar", "Renew by hand and reload"],
  ),
  failure(
    "auth",
    "AuthFailures",
    ["# rechaza las credenciales", "# rejects credentials"],
    [
      ["Nadie puede entrar en #", "Los servicios reciben 401 de #"],
      ["Nobody can sign in to #", "Services get 401 from #"],
    ],
    'password authentication failed for user "app"',
    ["Se rotó una clave y no llegó a todos", "A key was rotated and did not reach everybody"],
    ["Repartir la clave nueva", "Hand out the new key"],
  ),
  failure(
    "crashloop",
    "CrashLooping",
    ["# se reinicia en bucle", "# restarts in a loop"],
    [["El contenedor de # no pasa de un minuto"], ["The container of # does not live a minute"]],
    "Back-off restarting failed container (CrashLoopBackOff)",
    ["Una variable de entorno que falta", "A missing environment variable"],
    ["Volver a la configuración anterior", "Go back to the previous configuration"],
  ),
  failure(
    "5xx",
    "HighErrorRate",
    ["# devuelve errores 5xx", "# returns 5xx errors"],
    [["Una de cada diez peticiones a # falla"], ["One in ten requests to # fails"]],
    "upstream prematurely closed connection while reading response header",
    ["Un despliegue reciente", "A recent deployment"],
    ["Revertir el despliegue", "Roll the deployment back"],
  ),
  failure(
    "split",
    "SplitBrain",
    ["# partido en dos", "Split brain in #"],
    [["Dos nodos de # se creen líderes"], ["Two nodes of # believe to be leader"]],
    "no quorum: lost leader",
    ["Un corte de red entre zonas", "A network partition between zones"],
    ["Parar el nodo que sobra", "Stop the extra node"],
  ),
  failure(
    "deadlock",
    "Deadlocks",
    ["Bloqueos mutuos en #", "Deadlocks in #"],
    [["Transacciones de # que se anulan solas"], ["Transactions of # are rolled back by themselves"]],
    "ERROR: deadlock detected (SQLSTATE 40P01)",
    ["Dos procesos que escriben en otro orden", "Two processes that write in another order"],
    ["Ordenar las escrituras", "Order the writes"],
  ),
  failure(
    "corrupt",
    "DataCorruption",
    ["Datos corruptos en #", "Corrupt data in #"],
    [["# no arranca tras un corte de luz"], ["# does not start after a power cut"]],
    "invalid page in block 8812 of relation base/16384/2619",
    ["Un disco que falla", "A failing disk"],
    ["Restaurar la última copia", "Restore the last backup"],
  ),
  failure(
    "clock",
    "ClockSkew",
    ["Reloj de # desviado", "Clock of # is off"],
    [["Los registros de # llevan otra hora"], ["Logs of # have another time"]],
    "clock skew of 94s detected",
    ["El servidor de hora no responde", "The time server does not answer"],
    ["Sincronizar la hora", "Synchronise the time"],
  ),
  failure(
    "backup",
    "BackupMissing",
    ["La copia de # no se hizo", "Backup of # was not made"],
    [["La última copia de # tiene tres días"], ["The last backup of # is three days old"]],
    "snapshot failed: repository is already locked",
    ["Un proceso anterior dejó el cerrojo", "An earlier process left its lock"],
    ["Quitar el cerrojo y repetir", "Remove the lock and repeat"],
  ),
  failure(
    "throttle",
    "Throttled",
    ["# limita las peticiones", "# throttles requests"],
    [["Las integraciones con # van a trompicones"], ["Integrations with # stutter"]],
    "429 Too Many Requests: rate limit exceeded",
    ["Un cliente que reintenta sin pausa", "A client that retries without a pause"],
    ["Cortar a ese cliente", "Cut that client off"],
  ),
  failure(
    "dns",
    "DnsFailing",
    ["No se resuelve el nombre de #", "The name of # does not resolve"],
    [["Nadie encuentra #"], ["Nobody finds #"]],
    "getaddrinfo ENOTFOUND",
    ["Una zona mal publicada", "A zone published wrongly"],
    ["Volver a publicar la zona", "Publish the zone again"],
  ),
  failure(
    "cpu",
    "CpuSaturated",
    ["# consume toda la CPU", "# takes all of the CPU"],
    [["La máquina de # no responde a nada"], ["The machine of # does not answer to anything"]],
    "load average: 97.20, 88.41, 61.02",
    ["Un bucle en un trabajo nocturno", "A loop in a nightly job"],
    ["Parar el trabajo", "Stop the job"],
  ),
  failure(
    "migration",
    "MigrationFailed",
    ["Migración de # a medias", "Half-done migration of #"],
    [["El despliegue de # se paró en la migración"], ["The deployment of # stopped in the migration"]],
    "P3009: migrate found failed migrations in the target database",
    ["Una tabla bloqueada", "A locked table"],
    ["Marcarla como resuelta y repetir", "Mark it as resolved and repeat"],
  ),
];

function failure(
  id: string,
  alert: string,
  [titleEs, titleEn]: [string, string],
  [es, en]: [string[], string[]],
  error: string,
  [causeEs, causeEn]: [string, string],
  [fixEs, fixEn]: [string, string],
): Failure {
  return {
    id,
    alert,
    title: { es: titleEs, en: titleEn },
    symptoms: { es, en },
    error,
    cause: { es: causeEs, en: causeEn },
    fix: { es: fixEs, en: fixEn },
  };
}
