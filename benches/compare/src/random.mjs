// Random numbers that are the same in every run.

/** A generator of numbers from 0 to below 1: mulberry32, after Tommy Ettinger. */
export function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 to below `end`. */
export const below = (random, end) => Math.floor(random() * end);

/** One of a list. */
export const pick = (random, list) => list[below(random, list.length)];

/** `count` different ones of a list, in the order of the list. */
export function sample(random, list, count) {
  const places = list.map((_, place) => place);
  for (let at = places.length - 1; at > 0; at -= 1) {
    const other = below(random, at + 1);
    [places[at], places[other]] = [places[other], places[at]];
  }
  return places
    .slice(0, count)
    .sort((a, b) => a - b)
    .map((place) => list[place]);
}

/** Draws places of a list by weights, by the alias method of Walker and Vose. */
export function weighted(weights) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const share = weights.map((weight) => (weight * weights.length) / total);
  const other = weights.map((_, place) => place);
  const small = [];
  const large = [];
  share.forEach((value, place) => (value < 1 ? small : large).push(place));
  while (small.length > 0 && large.length > 0) {
    const low = small.pop();
    const high = large.at(-1);
    other[low] = high;
    share[high] -= 1 - share[low];
    if (share[high] < 1) small.push(large.pop());
  }
  for (const place of [...small, ...large]) share[place] = 1;
  return (random) => {
    const place = below(random, share.length);
    return random() < share[place] ? place : other[place];
  };
}
