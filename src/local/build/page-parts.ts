// What the page's libraries bring along and the page has no use for.
import type { Plugin } from 'esbuild';

/** Hyphenation of 70 languages, 5 MB of it, none of them Vietnamese: each is loaded on demand, and an empty one is taken for none. */
export const withoutHyphenation: Plugin = {
  name: 'without-hyphenation',
  setup(build) {
    build.onResolve({ filter: /^\.\/[a-z]{2,3}[\w-]*-[\w-]{8}\.js$/ }, ({ importer, kind }) =>
      kind === 'dynamic-import' && isOfPackage(importer, '@univerjs/engine-render')
        ? { path: 'none', namespace: 'no-words' }
        : undefined,
    );
    build.onLoad({ filter: /^/, namespace: 'no-words' }, () => ({ contents: 'export {};' }));
  },
};

/** Whether a file on disk belongs to a package, wherever the project is and whichever way the machine writes its paths. */
export function isOfPackage(file: string, name: string): boolean {
  return file.replace(/\\/gu, '/').includes(`/node_modules/${name}/`);
}
