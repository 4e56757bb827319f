import { fold } from "../quick/words";

type Person = { id: string; email: string; name: string };

const squeeze = (text: string) => fold(text).replaceAll(/[\s._-]/g, "");

/**
 * Who is meant by `@ana`, `ana@example.org`, a name or an id: an exact answer first, then a first name.
 * @returns everybody who fits; only one of them is an answer
 */
export function matchPerson<P extends Person>(people: P[], text: string): P[] {
  const wanted = text.trim();
  const exact = people.filter((person) => person.id === wanted || fold(person.email) === fold(wanted));
  if (exact.length > 0) return exact;
  const local = people.filter(({ email, name }) =>
    [squeeze(email.split("@")[0] ?? ""), squeeze(name)].includes(squeeze(wanted)),
  );
  if (local.length > 0) return local;
  return people.filter(({ name }) => fold(name).split(/\s+/)[0] === fold(wanted));
}
