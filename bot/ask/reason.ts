/** Why an answer is as it is: the chat says it too. */
export { reasonOf } from '../../knowledge/answer/reason.ts';
