import { availableParallelism } from 'node:os';

/** Calls `work` for all items, as many at once as there are processors; gives the results in order. */
export async function inParallel(items, work) {
  const results = [];
  const waiting = [...items.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}
