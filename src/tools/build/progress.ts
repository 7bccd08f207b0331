// What a command that takes long says meanwhile, a line a step, in a pipe as on a screen. On standard error: standard output holds what was
// asked for.

export function tellProgress(line: string): void {
  process.stderr.write(`${line}\n`);
}
