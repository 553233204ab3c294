import path from 'node:path';
import { runProgram } from './programs.mjs';
import { repository } from './repository.mjs';

const project = path.join(repository, 'src/SloCompiler.Cli');

/** Writes the report of the repository's own specs to `folder`. `more` are further arguments. The command is built already. */
export async function writeReport(folder, ...more) {
  await runProgram('dotnet', ['run', '--no-build', '--project', project, '--', 'report', '--output', folder, ...more]);
}

/** A time in seconds as the command takes it. */
export const timeOf = (seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
