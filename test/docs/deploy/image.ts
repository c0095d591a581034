/** The Dockerfile, read as far as its steps can be done without a container engine. */
import { documentText } from '../blocks.ts';

interface Instruction {
  name: string;
  text: string;
  /** Of several stages, the first is 0. */
  stage: number;
}

/** Instructions in order, continued lines put together, comments left out. */
export function instructions(): Instruction[] {
  const text = documentText('Dockerfile')
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n\s*/g, '');
  let stage = -1;
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
      if (name === 'FROM') stage += 1;
      return { name, text: rest, stage };
    });
}

/** What a stage copies from the project into the image. */
export const copiedIn = (stage: number): string[] =>
  instructions()
    .filter((each) => each.name === 'COPY' && each.stage === stage && !each.text.startsWith('--from'))
    .flatMap(({ text }) => text.split(/\s+/).slice(0, -1));

/** The value of the last instruction of this name that is written as JSON. */
export function jsonOf(name: string): string[] {
  const { text = '[]' } = instructions().findLast((each) => each.name === name) ?? {};
  return JSON.parse(text.slice(text.indexOf('['))) as string[]; // lists of words is all that Docker takes there
}

/** Environment of the image. */
export const environment = (): Record<string, string> =>
  Object.fromEntries(
    instructions()
      .filter(({ name }) => name === 'ENV')
      .flatMap(({ text }) => [...text.matchAll(/(\w+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value])),
  );
