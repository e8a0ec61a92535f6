import { Command, CommanderError } from 'commander';
import { programVersion } from '#changes/version.ts';
import { systemFault } from '#diagnostics/system-faults.ts';
import { adoptCommand } from './adopt.ts';
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import { explainCommand } from './explain.ts';
import { chooseCatalogue } from './language.ts';
import { namesCommand } from './names.ts';
import { formatProblem } from './report.ts';
import { verifyCommand } from './verify.ts';
import { watchCommand } from './watch.ts';

const wrongUsage = 2;

function createProgram(): Command {
  const program = new Command('guidang')
    .description('Guidang 归档 turns a folder of Chinese documents into a website.')
    .version(programVersion())
    .addHelpText(
      'after',
      `
Examples:
  guidang build                          content/ becomes public/
  guidang watch                          the same, with a preview that reloads as you write
  guidang build --content /srv/speeches --output /srv/www
  guidang check                          what should be looked at before it is published
  guidang explain talk.txt               what is understood of a document, and why
  guidang verify                         whether public/ is as the last build left it
  guidang build --json                   one JSON object for scripts

A site is a folder: content/ with the documents (.md, .txt), and if you like site.config.yaml
and templates/ beside it. Exit codes: 0 done, 1 content or configuration at fault, 2 wrong usage.`,
    );
  const commands = [
    buildCommand(),
    watchCommand(),
    checkCommand(),
    verifyCommand(),
    explainCommand(),
    adoptCommand(),
    namesCommand(),
  ];
  for (const command of commands) {
    program.addCommand(command.exitOverride().showHelpAfterError('(--help explains the options)'));
  }
  return program.exitOverride().showHelpAfterError('(--help explains the commands)');
}

/** Runs what the command line asks for, and sets the exit code. */
export async function run(): Promise<void> {
  try {
    await createProgram().parseAsync();
  } catch (problem) {
    if (problem instanceof CommanderError) {
      process.exitCode = problem.exitCode === 0 ? 0 : wrongUsage;
      return;
    }
    // What the system refuses is no fault of the program: whoever runs it can mend it
    const fault = systemFault(problem, { is: 'command' });
    if (fault === null) throw problem;
    console.error(formatProblem(fault, chooseCatalogue({})));
    process.exitCode = 1;
  }
}
