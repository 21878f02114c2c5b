// Mocha's own build for browsers; it puts itself and the words of the interface into the global object.
import 'mocha/mocha.js';

const { Mocha } = globalThis;
export default Mocha;
export const suite = (...args) => globalThis.suite(...args);
export const test = (...args) => globalThis.test(...args);
export const teardown = (...args) => globalThis.teardown(...args);
