/**
 * What clusters, networks, databases and pipelines are told with, in Spanish and in English: read together with the words of
 * operations in glossary-words.ts, in the same form.
 */
export const platformWords = `
abusos, abuse
acordonar, cordon
afinidad, affinity
agrupación de conexiones, grupo de conexiones, connection pool, pool, pooler
aislamiento, isolation
anclar, fijar, pin
anotación, annotation
anular, anulado, cancel, cancelled, canceled
aplazar, posponer, postpone, defer
apretón de manos, negociación, handshake
artefacto, artifact
asíncrono, asynchronous, async
atacante, attacker
auditoría, audit
autofirmado, self-signed
autoridad certificadora, certificate authority
autoridad de certificación, certificate authority
aviso, warning, notice
baliza, beacon
baneado, vetado, banned
búfer, memoria intermedia, buffer
caída de rendimiento, performance degradation
candado, cerrojo, lock
capa, layer
carga de trabajo, workload
clave primaria, primary key
compartimento, cubo, bucket
compilador, compiler
conector, enchufe, socket
conjunto con estado, statefulset
conjunto de réplicas, replicaset
conmutador, switch
control de admisión, webhook de admisión, admission webhook
correo basura, correo no deseado, spam
cuenta de servicio, service account
cuórum, quórum, mayoría, quorum
definición de recurso, custom resource, crd
depurar, depuración, debug, debugging
derivar, desvío, deriva, drift
descubrimiento, discovery
desencadenador, disparador, trigger
desencolar, dequeue
desfase, deriva del reloj, skew
desincronizado, descuadrado, out of sync, unsynchronised, unsynced
desinstalar, uninstall
despliegue progresivo, rolling update, rollout
diario de transacciones, write ahead log, wal
ejecutor, runner
ejecutor atascado, runner stuck
emisor, issuer
emparejar, match
empaquetado, package, packaging
encaminador, enrutador, router
enlazar, vincular, vinculado, bind, bound
entidad, entity
equilibrio, equilibrar, balanceo, balance, balancing, rebalance
espacio de tablas, tablespace
espera agotada, timed out, timeout
estancado, stalled, stuck
expulsión, expulsado, desalojo, desalojado, evicted, eviction
fragmentación, fragmentado, sharding, fragmentation, fragmented
frontal, interfaz de usuario, frontend
fundir, combinar, fusionar, merge
grabación, grabar, recording, record
hijo, child, children
hinchazón, inflado, bloat, bloated
hueso, backbone
incoherente, inconsistente, descuadre, inconsistent, inconsistency
indisponible, indisponibilidad, unavailable, unavailability
integración continua, continuous integration, ci
intercambio, swap
inverso, reverse
latido perdido, missed heartbeat
licencia, license
lista de revocación, revocation list, crl
lista blanca, allowlist, whitelist
lista negra, blocklist, blacklist, denylist
mancha, taint
marca de agua, watermark
máscara, mask
mensajería, messaging
miembro, member
montón, heap
motor, engine
nivel de servicio, service level, slo, sla, apdex
nombre de dominio, domain name, dns
notificación push, push notification
objetivo de nivel de servicio, slo, slo violation
obsoleto, deprecated, stale, outdated
omitir, saltar, skip
operador, operator
oscilar, oscilando, parpadea, inestable, flapping, flap, unstable
padre, parent
paginación, paging, pagination
panel de control, dashboard, control panel
parchear, parche, patch
perfil, profile
permiso insuficiente, insufficient permissions, forbidden
persona de guardia, on call, on-call
plano de control, control plane
plano de datos, data plane
presupuesto de errores, error budget
procedimiento almacenado, stored procedure
proxy inverso, reverse proxy
punto de acceso, access point, endpoint
punto de control, checkpoint
punto de restauración, punto en el tiempo, point in time, pitr
raíz, root
ralentizar, ralentización, slowdown, slow
ratón, mouse
reasignar, reassign, reallocate
reclamación de volumen, persistent volume claim, pvc
recoger, recolectar, recogida, scrape, collect, collection
reconstruir, rebuild, reinit
registro de contenedores, registro de imágenes, container registry, image registry
registro, log, registry, record
relanzar, volver a lanzar, rerun, relaunch, retry
relevo, traspaso, handover, handoff
reserva, respaldo, standby, spare
resolución de nombres, servidor de nombres, name resolution, dns
restricción, constraint
revocar, revocación, revoke, revoked, revocation
ruptura, breakage
saliente, salida, egress, outbound, outgoing
entrante, ingress, inbound, incoming
secuestro, secuestrado, hijack, hijacked
sello, sellado, seal, sealed
sin asignar, unassigned, unallocated
sintaxis, syntax
sobrepasar, sobrepasado, rebasar, excedido, exceed, exceeded
sonda de disponibilidad, readiness probe
sonda de vida, liveness probe
subred, subnet
suma de comprobación, suma de verificación, checksum
suplente, secundario, secondary
tarjeta de red, network card, nic
tarjeta gráfica, gpu
tolerancia, toleration, tolerance
tormenta, avalancha, storm, thundering herd
tubería, canalización, pipeline, pipe
túnel, tunnel
turno, shift
vaciar, vaciado, drenar, drain, drained, draining, empty
vacío automático, autovacuum
vencimiento, caducidad, expiry, expiration, ttl
ventilador, fan
versión anterior, versión previa, previous version, rollback
vigilar, vigilancia, monitorización, monitoring, watch
vuelta atrás, marcha atrás, volver atrás, rollback, roll back, revert
zona de disponibilidad, availability zone
zona horaria, timezone, time zone
no baja, no se vacía, no drena, not draining, does not drain, backed up
no arranca, no inicia, no levanta, does not start, fails to start, not starting, failed to start
no encuentra, no encontrado, not found, missing
fuera de plazo, overdue, past due
fuera de línea, desconectado, offline
en línea, online
se reinicia en bucle, reinicios continuos, crash loop, crashloop, crash looping, restart loop
`;
