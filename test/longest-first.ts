// The order of files where no earlier run has told how long each takes: those known to be long first, so that no worker is left alone
// with one of them at the end.
import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

const LONG = ['app/a-year', 'tools/restore/restore', 'tools/deploy/install', 'app/faults', 'app/heal', 'page/page'];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONG.findIndex((name) => moduleId.endsWith(`test/${name}.test.ts`));
      return place === -1 ? LONG.length : place;
    };
    // Projects stay together: their workers are not the same.
    const projects = [...new Set(sorted.map(({ project }) => project.name))];
    return projects.flatMap((name) =>
      sorted.filter(({ project }) => project.name === name).sort((a, b) => rank(a) - rank(b)),
    );
  }
}
