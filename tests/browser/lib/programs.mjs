import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The full path of the first of `names` that is installed, or null. */
export function findProgram(...names) {
  const folders = process.env.PATH.split(path.delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export async function runProgram(program, parameters) {
  try {
    return await run(program, parameters, { maxBuffer: 2 ** 26 });
  } catch (error) {
    throw new Error(`${program} ${parameters.join(' ')}\n${error.stderr ?? ''}${error.stdout ?? ''}`, { cause: error });
  }
}

const chromium = findProgram('chromium-headless-shell', 'chromium');

const missing = [
  chromium ? null : 'chromium-headless-shell or chromium',
  ...['prometheus', 'promtool'].map((name) => (findProgram(name) ? null : name)),
].filter((name) => name !== null);

/** Why browser tests cannot run here, or false. In CI, all programs have to be there. */
export const skipReason = missing.length > 0 && !process.env.CI ? `not installed: ${missing.join(', ')}` : false;

export const programs = { chromium };
