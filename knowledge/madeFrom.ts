/**
 * Which facts were made of which. Facts are never changed in place, so what was worked out of some stands as long as they
 * do; of facts made of them only what differs need be worked out again.
 */
const origins = new WeakMap<object, object>();

/** Notes that `made` is `origin` with a few facts changed; gives back `made`. */
export function madeFrom<F extends object>(made: F, origin: object): F {
  if (made !== origin) origins.set(made, origin);
  return made;
}

/** What the facts were made of, when that is known. */
export function originOf(facts: object): object | undefined {
  return origins.get(facts);
}
