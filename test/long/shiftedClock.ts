/**
 * Loaded before the service (`node --import`): its `Date` is another than the machine's. `CLOCK_SHIFT` says by how many
 * milliseconds at the start; a message `{ shift }` of the parent process changes it while it runs, as when a machine's clock is set.
 */
let shift = Number(process.env.CLOCK_SHIFT ?? 0);

const Real = Date;

class Shifted extends Real {
  constructor(...given: []) {
    // Without arguments a Date is now.
    if (given.length === 0) super(Real.now() + shift);
    else super(...given);
  }

  static override now(): number {
    return Real.now() + shift;
  }
}

globalThis.Date = new Proxy(Shifted, {
  apply: () => new Shifted().toString(),
}) as DateConstructor; // called as a function it gives a text, as Date does

process.on('message', (message: unknown) => {
  if (typeof message !== 'object' || message === null || !('shift' in message)) return;
  shift = Number(message.shift);
  process.send?.({ shifted: shift });
});
process.channel?.unref();
