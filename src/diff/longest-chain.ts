/**
 * Indexes of the heaviest strictly increasing subsequence, in O(n log n).
 *
 * `values` are small non-negative integers (positions); `weights` are positive, one each where left out.
 */
export function longestChain(values: readonly number[], weights?: readonly number[]): number[] {
  const size = values.reduce((most, value) => Math.max(most, value), 0) + 1;
  const tree = new Float64Array(size + 1);
  const holder = new Int32Array(size + 1).fill(-1);
  const previous = new Int32Array(values.length).fill(-1);
  let best = -1;
  let bestWeight = 0;
  for (const [index, value] of values.entries()) {
    let weight = 0;
    for (let at = value; at > 0; at -= at & -at) {
      if ((tree[at] ?? 0) > weight) {
        weight = tree[at] ?? 0;
        previous[index] = holder[at] ?? -1;
      }
    }
    weight += weights?.[index] ?? 1;
    for (let at = value + 1; at <= size; at += at & -at) {
      if (weight > (tree[at] ?? 0)) {
        tree[at] = weight;
        holder[at] = index;
      }
    }
    if (weight > bestWeight) {
      bestWeight = weight;
      best = index;
    }
  }
  const chain: number[] = [];
  for (let at = best; at >= 0; at = previous[at] ?? -1) chain.push(at);
  return chain.reverse();
}
