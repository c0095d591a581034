/** Loaded before a program that listens on all addresses: it gets the loopback one instead. */
const { Server } = require('node:net');

const { listen } = Server.prototype;

Server.prototype.listen = function (...given) {
  const [first, ...rest] = given;
  if (typeof first === 'object' && first !== null && 'port' in first)
    return listen.call(this, { ...first, host: '127.0.0.1' }, ...rest);
  if (typeof first === 'number' || /^\d+$/.test(first))
    return listen.call(this, Number(first), '127.0.0.1', ...rest.filter((each) => typeof each === 'function'));
  return listen.apply(this, given);
};
