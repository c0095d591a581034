/** People who wait for an answer of the help desk, and a clerk who sees them. */
import { staffService } from '../../../support/staffService.ts';
import { asksThePerson, itemsOf, question, webPerson } from './people.ts';

export async function waiting(asked: readonly string[] = [question]) {
  const world = await staffService();
  const people = [];
  for (const each of asked) {
    const person = await webPerson(world.url);
    await asksThePerson(person, each);
    people.push(person);
    world.clock.now = new Date(world.clock.now.getTime() + 60_000);
  }
  const clerk = await world.signedIn('clerk', '陈晓');
  const items = await itemsOf(clerk);
  return { world, people, clerk, items };
}
