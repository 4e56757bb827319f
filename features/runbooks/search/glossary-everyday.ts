/**
 * What people do and see, and the things around it, in Spanish and in English: read together with the words of operations in
 * glossary-words.ts, in the same form.
 */
export const everydayWords = `
abrir, open
aceptar, accept
acelerar, speed up, accelerate
aconsejar, recomendar, recommend
activar, habilitar, encender, activate, enable, turn on, switch on
acumular, accumulate, pile up
adjuntar, adjunto, attachment
admitir, soportar, support
advertencia, warning
agente, agent
aislar, isolate, quarantine
ajustar, tune, adjust
alcanzar el límite, llegar al máximo, al límite, maxed out, limit reached
algunos, varios, some, several
alguien, somebody, someone
almacén de datos, data warehouse, warehouse
alojar, hosting
alterno, alternate
amenaza, threat
analizar, análisis, analyze, analysis
añadir, agregar, add
apagado automático, auto shutdown
apuntar, point
arreglar, corregir, solucionar, reparar, fix, repair, mend
asignar, asignación, allocate, allocation, assign
asumir, assume
atacar, atacando, attack, flood
atascar, atascado, jam, jammed, stuck
aumento de carga, load spike
autoescalado, escalado automático, autoescalador, autoscaling, autoscaler, hpa
automático, automatic, auto
avería de disco, disk failure
bandeja de entrada, inbox
bandera, interruptor, flag, feature flag, toggle
biblioteca, librería, library
borrado por error, borrado accidental, accidentally deleted, deleted by mistake, dropped by accident
caducidad, expiry, expiration
caer en spam, correo no deseado, junk
calentamiento, calentar, warm up, warming
calentarse, sobrecalentamiento, temperatura, overheating, temperature
capacidad, capacity
caliente, hot
casilla, buzón, mailbox
centro de datos, data center, datacenter
certificado caducado, certificado vencido, certificate expired, expired certificate
cifrar, cifrado, encrypt, encryption
clúster, cluster
cobrar, cobrado, charge, charged
coincidir, coincide, match, matching
compartir, share
compilar, compilación, construir, build, compile
comportamiento, behavior, behaviour
comprimir, compress
concurrencia, concurrency
confirmar, commit, confirm, acknowledge
conjunto de réplicas, replica set
conmutador, switch
conmutación por error, failover
consola, console
contar, contador, count, counter
contener, contain
contestar, reply, answer
continuo, continuous
contrato, contract
convertir, convert
correo rechazado, correo devuelto, rebote, bounce, bounced
corregido, fixed
costar, coste, cost
crear, creación, create, creation
cuota agotada, quota exceeded
datos personales, personal data
dejar de, stop, stopped
deprisa, urgente, rápidamente, hurry, urgent, quickly
derecho, right
desbloquear, unlock
descartar, descartado, discard, dropped, drop
descifrar, decrypt
desconfigurado, misconfigured
desajuste, discrepancia, no coincide, mismatch
desactivar, apagar, deshabilitar, turn off, disable, switch off
desfasado, out of sync, outofsync
detectar, detección, detect, detection
deteriorado, impaired
devuelto, devolver dinero, reembolso, refund
dirección ip, direcciones, ip address, addresses
directorio activo, active directory, ldap
disparar, salta, trigger, firing, fire
distribuido, distributed
documento, document
drenar, vaciar nodo, drain
dueño, propietario, owner
duración, duration
durar, last
elegir, choose, select
emitir, issue
empezar, comenzar, begin, start
empresa, compañía, company
en espera, standby, waiting
en vivo, directo, live
encontrar, encuentra, find, found
enrutamiento, routing
escalar el incidente, escalate, escalation
escribible, writable
escuchar, listen, listening
espejo, mirror
estable, stable
estrangular, limitar, throttle, throttling
evitar, avoid, prevent
evento, event
exigir, requerir, require, required
exportar, export
expulsar, kick, evict
extraer, extract
factura, facturación, invoice, billing
faltan datos, no hay datos, sin datos, no data, missing data
fallar la sonda, sonda, probe
fichero de registro, log file
fila, filas, row, rows
filtrar, filter
flujo, flow, stream
formato, format
forzar, force
fuera de orden, desordenado, out of order
fuente, origen, source
función, funcionalidad, característica, feature, function
fusionar, merge
gastar, spend, waste
generar, generate
gráfico, gráfica, graph, chart
grande, big, large, huge
grupo, group
grupo de consumidores, consumer group
guardia, de guardia, on call, oncall
hardware, hardware
heredar, inherit
herramienta, tool
histograma, histogram
hoja, sheet
hueco, slot, gap
idioma, language
importar, import
imprimir, impresión, impresora, print, printing, printer
impuesto, tax
inalcanzable, unreachable
incumplir, violar, violate, breach
indexar, indexación, indexing
informe, report
ingresar, entrar, log in, enter
iniciar sesión, inicio de sesión, login, log in, sign in, logon
inseguro, insecure
instalar, install, installation
instancia, instance
interrumpido, interrupted
inundar, inundación, flood, flooding
invitado, guest
jefe, lead
lanzar, lanzamiento, launch, release
largo, long
latido, heartbeat
lectura lenta, slow read
lector, reader
letra, letter
lista blanca, whitelist, allowlist
lista negra, blacklist, blocklist
llamar, call
llegar, llega, arrive, arriving, reach
llenarse, llenando, filling up, fill up
local, local
manual, manual, handbook
mandar, send
mantener, keep, maintain
mayoría, majority
mejorar, improve
memoria compartida, shared memory
métrica ausente, absent metric
migración fallida, failed migration
mitad, half
mostrar, muestra, show, display
mover, move
múltiple, multiple
múltiples veces, repetidamente, una y otra vez, over and over, repeatedly, again and again, loop
nadie, nobody, no one
navegación, browsing
negar, deny
nivel, level, tier
no arranca, no inicia, no levanta, does not start, does not boot, fails to start, won't start
no carga, does not load, not loading
no funciona, no va, not working, broken
no llega, no recibe, not received, not delivered
núcleo, kernel
número, number
objeto, object
observar, observe, watch
ocurrir, pasar, suceder, happen, occur
operador, operator, carrier
optimizar, optimize, tuning
ordenador, portátil, computer, laptop
pagar, pay
paquete, package, packet
parche, parche de seguridad, patch
parche pendiente, outdated
pasarela de pago, payment gateway
pedir, solicitar, request, ask
pendiente de, pending
periodo, período, period
persistente, persistent
peso, weight
planta, floor
poco, pocos, few, low
política, policy
poner, put, set
posición, offset, position
presupuesto, budget
prevenir, prevent
procesar, processing, process
profundidad, depth
promover, promocionar, promote
propio, own
proteger, protección, protect, protection
publicar, publish
punto en el tiempo, momento anterior, point in time, pitr
puntero, pointer
quedarse sin, se acaba, sin quedar, run out, running out, out of
quién, who, whom
quitar, remove
ráfaga, burst
rama, branch
rebotar, bounce
recibir, receive
rechazo de pagos, pagos rechazados, cobros rechazados, declined, payments declined
recopilar, collect
recuento, count
redimensionar, resize
reducir escala, scale down
regla, rule
relación, relation
renombrar, rename
repartir, reparto, distribute, distribution
repetir, repetido, repeat, repeated, again
replicar, réplica, replica
reserva, reservar, reserve, reserved, reservation, booking
retener, retención, retention
revisión, review, revision
riesgo, risk
robar, robado, steal, stolen
salir, salida, exit, output, egress
sección, section
secuencia, sequence
seguir, follow
seguro, safe, secure
seleccionar, select
semana, week
sensible, sensitive
separar, separate, split
simular, simulate
sitio, página web, web, site, website
sobra, leftover
subida, upload
sucio, dirty
suplantación, phishing, impersonation
suprimir alerta, silenciar, silence, mute
suspendido, suspended
tabla borrada, dropped table
tabla llena, table full
tamaño máximo, max size
tarda en arrancar, slow start, cold start
tardanza, slowness
teclado, keyboard
teléfono, phone
terminal, terminal
tienda, shop, store
tipo, type
tirar, tira, drop, throw
tolerar, tolerance
tomar, take
tope alcanzado, limit hit
torre, rack
trabajador, worker
trabajo fallido, tarea fallida, job failed, failed job
transferir, transferencia, transfer
traspaso, handover, handoff
unir, join
unidad, unit, drive
validar, validación, validate, validation
vecino, neighbor, neighbour, peer
velocidad, speed
ver, mirar, see, look
verdadero, true
vigilar, watch
víctima, victim
volver a intentar, try again, retry
volver a empezar, start over
vulnerabilidad, vulnerable, vulnerability, cve
vencimiento de clave, key expiry
agotamiento de conexiones, sin conexiones, conexiones agotadas, no connections left, connections exhausted, connection pool exhausted
disco de solo lectura, read only filesystem
réplica atrasada, réplica retrasada, retraso de réplica, replication lag, replica lag, replica behind
archivo grande, archivos grandes, large files
archivos pequeños, small files
clave duplicada, duplicate key, duplicate entry
transacción abierta, open transaction, idle in transaction
contraseña caducada, password expired
contraseña incorrecta, wrong password, invalid password, authentication failed
copia fallida, la copia falla, backup failed, failed backup
trabajo atascado, stuck job, job stuck
desalojo de pods, pod eviction
nodo caído, node down, node not ready
pérdida de datos, data loss
consumo de memoria, uso de memoria, memory usage
consumo de cpu, uso de cpu, cpu usage, high cpu
espera de bloqueo, lock wait
agujero de seguridad, security hole
inicio lento, slow login, slow startup
mensaje envenenado, poison message, poison pill
orden de compra, purchase order
sin conexión, offline, no connection, disconnected
servidor de nombres, name server, nameserver, dns
salto de tiempo, clock jump
cambio de hora, horario de verano, daylight saving, dst
clave filtrada, credencial filtrada, secreto filtrado, leaked key, leaked credential, leaked secret, exposed secret
`;
