/** Answers of 20 results take some 10 kB each. */
const most = 500;

type Memory<T> = { state: readonly unknown[]; answers: Map<string, Promise<T>> };

/**
 * Keeps the answers to the last queries for as long as nothing changes that they depend on: in an incident everybody pastes the same
 * error, and each view of its page asks for what fits it. Whoever asks while the first is still being answered waits for that answer.
 * @returns asks for an answer; `state` is what it depends on, compared by identity
 */
export function rememberedAnswers<T>() {
  let memory: Memory<T> = { state: [], answers: new Map() };
  return (state: readonly unknown[], key: string, answer: () => Promise<T>): Promise<T> => {
    if (!isSame(memory.state, state)) memory = { state, answers: new Map() };
    const { answers } = memory;
    const known = answers.get(key) ?? answer();
    answers.delete(key);
    answers.set(key, known); // the one that was asked for last is the last to go
    known.catch(() => answers.delete(key));
    const [oldest] = answers.keys();
    if (answers.size > most && oldest !== undefined) answers.delete(oldest);
    return known;
  };
}

const isSame = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((one, at) => one === b[at]);
