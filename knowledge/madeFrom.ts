/**
 * Which facts were made of which. Facts are never changed in place, so what was worked out of some stands as long as they
 * do; of facts made of them only what differs need be worked out again. Nobody is kept alive by what was made of them.
 */
const origins = new WeakMap<object, WeakRef<object>>();

/** Notes that `made` is `origin` with a few facts changed; gives back `made`. */
export function madeFrom<F extends object>(made: F, origin: object): F {
  if (made !== origin) origins.set(made, new WeakRef(origin));
  return made;
}

/** What the facts were made of, while that is known. */
export function originOf(facts: object): object | undefined {
  return origins.get(facts)?.deref();
}
