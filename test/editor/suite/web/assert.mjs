// Stands in for `node:assert` in a worker: as much of it as the suite uses.
const fail = (message, otherwise) => {
  throw message instanceof Error ? message : new Error(message ?? otherwise);
};
const show = (value) => JSON.stringify(value) ?? String(value);

export function strict(value, message) {
  if (!value) fail(message, `${show(value)} is not truthy`);
}
strict.ok = strict;
strict.equal = (actual, expected, message) => {
  if (!Object.is(actual, expected)) fail(message, `${show(actual)} is not ${show(expected)}`);
};
strict.notEqual = (actual, expected, message) => {
  if (Object.is(actual, expected)) fail(message, `${show(actual)} twice`);
};
strict.deepEqual = (actual, expected, message) => strict.equal(show(actual), show(expected), message);
strict.match = (text, pattern, message) => {
  if (!pattern.test(text)) fail(message, `${show(text)} does not match ${pattern}`);
};
