import { relative, resolve, sep } from 'node:path';

/** The path of a file from a folder, with forward slashes: the same however the file was named. */
export const pathFrom = (folder: string, file: string): string =>
  relative(folder, resolve(folder, file)).split(sep).join('/');
