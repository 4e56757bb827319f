/**
 * What the same incident is told with in Spanish and in English. A line is one meaning, its ways of saying it separated by
 * commas; forms of a word (plural, gender, tense) need not be named.
 */
export const glossaryWords = `
abierto, open
acceso, access
actualizar, actualización, update, upgrade
agotar, agotado, agotamiento, exhausted, exhaustion, ran out, depleted
agujero, hole, gap
aislado, isolated
alarma, alerta, alert, alarm
alcanzable, reachable
alcanzado, alcanzar, reached, hit
almacenamiento, almacén, storage, store
alto, elevado, alta, high
ampliar, aumentar, subir, increase, raise, grow, expand, scale up
ancho de banda, bandwidth
apagar, apagado, shutdown, shut down, power off
aplicación, aplicativo, app, application
archivo, fichero, file
arranque, arrancar, inicio, iniciar, levantar, start, startup, boot, launch
atascado, atasco, encallado, stuck, jammed, hung
aumento, crece, crecer, crecimiento, grow, growing, growth, increase, increasing
autenticación, autenticar, iniciar sesión, authentication, auth, login, sign in
autorización, authorization
bajo, baja, low
bajar, caer, cae, reducir, drop, decrease, reduce
balanceador, balanceador de carga, load balancer, lb
base de datos, bbdd, bd, base, database, db
bloqueo, bloqueado, bloquear, cerrojo, lock, locked, blocked, block
bloqueo mutuo, interbloqueo, abrazo mortal, deadlock
borrar, borrado, eliminar, eliminado, suprimir, delete, deleted, remove, drop
bucle, loop
buscar, búsqueda, search, find
cabecera, encabezado, header
caché, cache
cadena, string, chain
caído, caída, caer, cayó, inaccesible, no disponible, down, outage, unavailable, unreachable
caducado, caducar, caduca, vencido, vencer, expirado, expira, expired, expire, expiring, expiration
cambio, cambiar, change
canal, channel
cancelado, cancelar, abortado, cancelled, canceled, aborted
carga, load
cargar, load, loading
carpeta, directorio, folder, directory
causa, cause
central, core
certificado, certificate, cert
cerrar, cerrado, close, closed
clave, llave, key
cliente, client, customer
clave foránea, foreign key
código, code
cola, queue
cola atascada, acumulación, atraso, backlog, pile up, lag
colgado, colgar, congelado, hung, hang, frozen, freeze
comando, orden, command
comprobar, comprobación, revisar, verificar, verificación, check, verify, verification
compartido, shared
conectar, conexión, connect, connection, connectivity
configuración, configurar, ajuste, config, configuration, setting, settings
conmutación, failover, switchover
consulta, query
consulta lenta, slow query
consumidor, consumir, consumer, consume
consumo, uso, utilización, usage, utilization, consumption
contenedor, container
contraseña, password, passwd
controlador, controller, driver
copia, copia de seguridad, respaldo, salvaguarda, backup, copy
correo, email, mail
corrupción, corrupto, dañado, corruption, corrupted, corrupt, damaged
cortafuegos, firewall
corte, interrupción, apagón, outage, cut, interruption
credencial, credenciales, credential, credentials
crítico, critical
cuello de botella, bottleneck
cuenta, account
cuota, quota
datos, dato, data
defecto, predeterminado, default
degradado, degradación, degraded, degradation
demasiado, demasiados, too many, too much
demora, retraso, retardo, retrasado, delay, lag, delayed, behind
denegado, denegar, prohibido, denied, forbidden
dependencia, dependency
desactivar, deshabilitar, disable
desalojo, desalojar, expulsado, eviction, evict, evicted
desbordamiento, desbordado, desbordar, overflow
descarga, descargar, download
desconectado, desconectar, desconexión, disconnected, disconnect
desconocido, unknown
descripción, descripcion, description
desfase, desviación, desviado, skew, drift, offset
desplegar, despliegue, deploy, deployment, rollout, release
destino, objetivo, target, destination
detener, detenido, parar, parado, stop, stopped
devolver, devuelve, return, returns
diagnóstico, diagnosis, troubleshooting
dirección, address
disco, disk, drive
disco lleno, sin espacio, espacio agotado, disk full, no space left, out of disk, enospc
disponible, disponibilidad, available, availability
dispositivo, device
dominio, domain
doble, duplicado, duplicate, duplicated
ejecutar, ejecución, run, execute, execution
elección, líder, leader, election
en bucle, reinicio continuo, reinicia solo, crash loop, crashloop, crashloopbackoff, restart loop, restarting
encolado, queued, enqueued
enlace, vínculo, link
enrutador, router
entorno, environment, env
entrada, input, entry, ingress
enviar, envío, send, sending, delivery
error, fallo, falla, avería, failure, fault, failed
escala, escalar, escalado, scale, scaling
escritura, escribir, write
esclavo, réplica, secundario, replica, slave, standby, secondary, follower
espacio, space
espacio en disco, disk space
espera, esperar, wait, waiting
esquema, schema
estado, status, state, health
estropeado, roto, broken
etiqueta, label, tag
excedido, exceder, superado, superar, exceeded, exceed, over
excepción, exception
falta, faltar, faltante, ausente, perdido, missing, absent, lost
fallar, falla, fracasar, fail, failing, failed
fallo de segmentación, segfault, segmentation fault, sigsegv
fecha, date
fecha límite, plazo, deadline
firma, signature
firmware, firmware
fragmento, shard, fragment, chunk
frecuente, frequent
fuera de servicio, fuera de línea, offline, out of service
fuga, pérdida, leak
fuga de memoria, memory leak
funciona, funcionar, work, working
ganar, aumentar, gain
gestor, administrador, manager, administrator, admin
grupo de conexiones, pool de conexiones, pool, connection pool
guardar, save, store
hilo, hebra, thread
historial, histórico, history
hora, reloj, time, clock
huérfano, orphan, orphaned
imagen, image
inactivo, ocioso, idle, inactive
incidente, incidencia, incident
incompleto, a medias, partial, incomplete, half
índice, index
inestable, intermitente, flapping, unstable, flaky, intermittent
infinito, infinite, endless
inodo, inodos, inode, inodes
insuficiente, insufficient, not enough
integridad, integrity
intento, intentar, attempt, try
interfaz, interface
inválido, no válido, incorrecto, erróneo, malo, invalid, incorrect, wrong, bad
lectura, leer, read
lectura solamente, solo lectura, read only, readonly
lento, lentitud, tarda, tardar, slow, slowness, sluggish, latency
lleno, llena, llenar, full, filled, filling
latencia, latency
libre, liberar, free, release
límite, tope, limit
límite de peticiones, demasiadas peticiones, limitación, rate limit, rate limited, rate limiting, throttled, throttling, too many requests, 429
limpiar, limpieza, vaciar, purgar, clean, cleanup, clear, purge, flush, vacuum
llamada, call
lleva mucho, tardado, long running
lote, batch
maestro, primario, principal, primary, master, leader
malformado, malformed
mantenimiento, maintenance
máquina, equipo, host, machine
máquina virtual, virtual machine, vm
matar, muerto, mata, murió, killed, kill, dead, died
mapa, map
máximo, maximum, max
medir, métrica, métricas, metric, metrics
memoria, ram, memory
memoria agotada, sin memoria, falta de memoria, memoria insuficiente, out of memory, oom, oomkilled, oom killed, enomem
mensaje, message
mensajes muertos, cola de descartes, dead letter, dlq
migración, migrar, migration, migrate
mínimo, minimum
monitor, monitorización, supervisión, monitoring, monitor
montar, montaje, mount
navegador, browser
nodo, node
kubernetes, k8s
no encontrado, no encuentra, inexistente, no existe, not found, missing, 404
no listo, no preparado, not ready, notready, unready
no programable, pendiente, unschedulable, pending
no responde, sin respuesta, not responding, unresponsive, no response
nombre, name
notificación, aviso, notification, notify
nube, cloud
ocupado, ocupada, busy, in use
pago, pagos, cobro, payment, payments, billing
panel, tablero, cuadro de mando, dashboard
página, page
partición, partition
partición de red, red partida, split brain, network partition
pasarela, puerta de enlace, gateway
pérdida, perder, perdido, loss, lost, lose
pérdida de paquetes, packet loss
permiso, permisos, privilegio, permission, permissions, privilege
petición, solicitud, request
pico, spike, peak, surge
pila, stack
planificador, programador, scheduler
plantilla, template
porcentaje, percentage, percent
prioridad, priority
proceso, process
procesador, cpu, processor
productor, producir, producer, produce
producción, production, prod
programado, tarea programada, scheduled, cron, cronjob
proveedor, provider
proxy, proxy
prueba, probar, test
pública, público, public
puerto, port
punto de montaje, mount point
quórum, quorum
rastro, traza, trace, traceback
recargar, reload
rechazado, rechazar, rechaza, refused, rejected, reject, refuse, denied
recolección de basura, recolector, garbage collection, gc
recuperar, recuperación, recover, recovery
recurso, recursos, resource, resources
red, network, networking
redirección, redirect
registro, registros, bitácora, traza, log, logs, logging
registro de imágenes, registry
reiniciar, reinicio, restart, reboot
reintentar, reintento, retry, retries
rendimiento, performance, throughput
renovar, renovación, renew, renewal
replicación, replicar, replication, replicate
respuesta, responder, response, respond, answer
restaurar, restauración, restore
resolver, resolución, resolve, resolution
revertir, deshacer, volver atrás, rollback, roll back, revert, undo
rotar, rotación, rotate, rotation
ruta, path, route
saltar, skip
salud, sano, health, healthy
no sano, enfermo, unhealthy
saturado, saturación, sobrecarga, sobrecargado, overloaded, saturated, saturation, overload
seguridad, security
segundo plano, background
sesión, session
sensor, sensor
señal, signal
servicio, service
servidor, server
sincronizar, sincronización, sincronizado, sync, synchronize, synchronization, synced
síntoma, symptom
sistema, system
sistema de archivos, filesystem, file system
sobrescribir, overwrite
socket, socket
solicitud incorrecta, petición incorrecta, bad request, 400
suscripción, subscription
tabla, table
tamaño, size
tarea, trabajo, job, task
tasa, ratio, rate, ratio
tasa de aciertos, aciertos, hit rate, hit ratio
tiempo, time
tiempo de espera, tiempo agotado, expiró el tiempo, tiempo de espera agotado, timeout, timed out, time out, deadline exceeded
tiempo de respuesta, response time
todo, all, everything
tráfico, traffic
transacción, transaction
tubería, canalización, pipeline
ubicación, location
umbral, threshold
usuario, usuarios, user, users
vacío, empty
valor, value
ventana, window
versión, version
vista, view
volcado, dump, core dump
volumen, volume
zona, zone
puerta de enlace incorrecta, bad gateway, 502
servicio no disponible, service unavailable, 503
tiempo de espera de la pasarela, gateway timeout, 504
error interno, internal server error, 500
no autorizado, unauthorized, 401
prohibido, forbidden, 403
conexión rechazada, connection refused, econnrefused
conexión reiniciada, connection reset, econnreset
conexión perdida, se pierde la conexión, connection lost
tubería rota, broken pipe, epipe
permiso denegado, permission denied, eacces
demasiados archivos abiertos, too many open files, emfile
demasiadas conexiones, too many connections, too many clients
nombre no resuelto, no resuelve, resolución de nombres, name resolution, nxdomain, enotfound, servfail
imagen no descargada, no se puede descargar la imagen, image pull, imagepullbackoff, errimagepull
espacio de nombres, namespace
despliegue atascado, stuck rollout, rollout stuck
intercambio, swap
carga media, load average
primer plano, foreground
postgres, postgresql, pg, psql
elasticsearch, elastic, es cluster, opensearch
mongodb, mongo
rabbitmq, rabbit
javascript, js
correo no deseado, spam
token, token
tarjeta gráfica, gpu, cuda
modelo, model
aprovisionar, provision
enganchar, attach
desenganchar, desmontar, detach, unmount
punto de control, checkpoint
instantánea, snapshot
compactación, compactar, compaction, compact
rebalanceo, reequilibrio, rebalance, rebalancing
desequilibrado, desequilibrio, unbalanced, imbalance, skewed
ventas, sales
pedido, pedidos, order, orders
entrega, delivery
inicio de sesión fallido, login failed, failed login
usuario bloqueado, account locked
ataque, attack
intrusión, intruso, intrusion, breach, compromised
malicioso, malware, malicious
huella, fingerprint
sospechoso, suspicious
pantalla, screen
pantalla en blanco, pantalla blanca, blank screen, white screen, blank page
blanco, blank, white
cerrar sesión, sesión cerrada, log out, logged out, sign out, signed out, logout
todos, todo el mundo, everybody, everyone, all users
subir, subido, upload, uploaded, push, pushed
clave, credencial, credenciales, secreto, key, credential, secret
repositorio, github, gitlab, git, repository, repo
sin resultados, resultados vacíos, no devuelve nada, no results, empty results, returns nothing, nothing found
resultado, result
nocturno, noche, nightly, night
terminar, acabar, finalizar, finish, end, complete
segundo, segundos, second, seconds
treinta, thirty, 30
cortar, cortarse, corta, cut, drop, drops, disconnect
llamadas, call, calls
cobro, cargo, charge, charged
carrito, cesta, cart, basket
antiguo, viejo, obsoleto, old, stale, outdated
nuevo, new
oficina, sede, office, branch
precio, price
producto, product
cliente, clientes, customer, customers
pod, pods, contenedor, container
rastreo, scraper, scraping, crawler
cableado, cable, wire
reloj, clock
tarjeta, card
proveedor, provider, vendor
esperado, expected
inesperado, unexpected
rápido, fast, quick
vuelta atrás, rollback
aviso push, notificación push, push notification
filtrado, filtración, leaked, leak, exposed
`;
