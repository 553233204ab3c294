/** The time of the last success of something that must be younger than `limit` seconds; `age` is in phases. */
export function freshness(name, labels, { limit, age }) {
  return {
    series: { name, labels, at: (time) => time - age.at(time) },
    bad: { at: (time) => (age.at(time) > limit ? 1 : 0), edges: () => age.edges() },
  };
}
