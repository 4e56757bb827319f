import { stem } from "./stem";

const words =
  "about again all almost already always another any anyone anything because become becomes became before after between during due both can't cannot cant case come comes could couldn't doesn't doesnt don't dont each even ever every everything few first give gives go goes going gone good happen happens here keep keeps last lot made make makes many may maybe might more most much must need needs never new nothing now old once one only other over own please same say says see seem seems several should shown shows since some somebody someone something still such suddenly take takes tell thing things though three time together too try trying two use used using want wants way well while whole within without won't work works yet " +
  "ademas ahora algo alguien algun alguna algunas algunos alli antes aqui asi aun aunque bien cada casi casos cosa cosas cual cualquier cuando dan dar debido dentro dejo deja dejan desde despues dice dicen donde durante entre entonces gente hasta haya hicieron hizo mientras mismo mucha muchas mucho muchos nada ni ningun ninguna nuevo nunca otra otras otro otros parece pasa pasan poder podemos podido pone ponen primera primero puede pueden puedo pudo queda quedan queremos quiere quiero salen sale segun siempre sigue siguen sino sobre solamente solo tampoco tan tanto tenemos tener tengo tiene tienen toda todas todavia todo todos total tuvo ultima ultimo unico vamos van varias varios vez veces viene vienen";

// Words are asked for by their stems.
const weak = new Set(words.split(" ").flatMap((one) => [one, stem(one)]));

/**
 * Words that somebody tells an incident with in either language, and that hardly tell one runbook from another however rare
 * they are in this library: `users cannot print` is about printing.
 */
export const isWeak = (term: string): boolean => weak.has(term);
