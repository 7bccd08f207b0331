// Runs the named tests one after another until one fails; tells each, as it ends, on a line of its own that begins with «@».
// Started by mutants-run.ts in a copy of the project: tsx tests-run.ts FILE …
import { fileURLToPath } from 'node:url';
import type { Reporter, TestModule, TestSpecification } from 'vitest/node';
import { BaseSequencer, startVitest } from 'vitest/node';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const asked = process.argv.slice(2);

class AsAsked extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => asked.findIndex((name) => moduleId.endsWith(`/${name}`));
    return Promise.resolve([...files].sort((a, b) => rank(a) - rank(b)));
  }
}

class Told implements Reporter {
  onTestModuleEnd(module: TestModule): void {
    const { collectDuration, duration } = module.diagnostic();
    const { relativeModuleId: file } = module;
    const isOk = module.ok() && module.errors().length === 0;
    process.stdout.write(`@${JSON.stringify({ file, isOk, seconds: (collectDuration + duration) / 1000 })}\n`);
  }
}

const vitest = await startVitest('test', asked, {
  config: false,
  root: ROOT,
  include: asked,
  setupFiles: ['test/hunt.ts'],
  pool: 'forks',
  isolate: false,
  maxWorkers: 1,
  bail: 1,
  watch: false,
  testTimeout: 180_000,
  reporters: [new Told()],
  sequence: { sequencer: AsAsked },
});
await vitest.close();
