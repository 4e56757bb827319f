import { stem } from "./terms";

// Words that the same incident is told with in Spanish and in English. One line, one meaning.
const meanings = `
abierto open
acceso access
actualizar update upgrade
alerta alert alarm
almacenamiento storage
archivo fichero file
arranque inicio start startup boot
autenticacion authentication auth login
autorizacion authorization
base database db bd
borrar eliminar delete remove
caido down outage unavailable inaccesible accesible accessible unreachable
caducado expirado vencido expired
certificado certificate cert
clave key
cola queue
conexion connection connect
consulta query
contenedor container
contraseña password
copia respaldo backup
corrupcion corrupto corruption corrupted
cuello bottleneck
datos data
denegado denied forbidden
dependencia dependency
desbordado overflow
descarga download
desplegar despliegue deploy deployment
dispositivo device
disco disk
enlace link
error fallo failure fault
escritura write
espacio space
espera wait
fallar falla fail failed
falta missing
fuga leak
grupo pool group
hilo thread
indice index
invalido invalid
latencia latency
lectura read
lento lentitud slow
limite limit
limpiar clean cleanup clear
lleno full
matar killed kill
memoria memory
mensaje message
migracion migration
muerto dead
nodo node
kubernetes k8s
ocupado busy
pagina page
postgres postgresql pg psql
permiso permission
perdida loss lost
puerto port
rechazado refused rejected
recuperar recuperacion recovery recover
red network
registro log
reiniciar reinicio restart reboot
rendimiento performance
replica replication
reintentar retry
respuesta response
restaurar restore
revertir rollback revert
salud health
seguridad security
servicio service
servidor server
sesion session
solicitud peticion request
tabla table
tiempo time
transaccion transaction
usuario user
volumen volume
`;

const table = new Map<string, string[]>();
for (const line of meanings.trim().split("\n")) {
  const group = line.split(" ").map(stem);
  for (const word of group) {
    const others = group.filter((other) => other !== word);
    table.set(word, [...(table.get(word) ?? []), ...others]);
  }
}

/** The words that mean the same as a term, in the other language or in this one. */
export const synonymsOf = (term: string): readonly string[] => table.get(term) ?? [];
