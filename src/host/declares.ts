// Which functions a script offers. Google finds them without running the script: one that only comes to be at run time is not
// found by menus and triggers.

/** Answers are kept for the scripts in use: the same bundle is asked about thousands of times. */
const known = new Map<string, Map<string, boolean>>();
const SCRIPTS = 8;

/** Whether the script declares, at its top, a function, variable or class of that name (of a path's first part). */
export function declares(code: string, functionName: string): boolean {
  const name = functionName.split('.')[0] ?? '';
  const answers = known.get(code) ?? new Map<string, boolean>();
  if (!known.has(code)) {
    if (known.size >= SCRIPTS) known.clear();
    known.set(code, answers);
  }
  const answer = answers.get(name) ?? search(code, name);
  answers.set(name, answer);
  return answer;
}

function search(code: string, name: string): boolean {
  if (!/^[\p{L}$_][\p{L}\p{N}$_]*$/u.test(name)) return false;
  const escaped = name.replace(/\$/gu, '\\$');
  const start = '(?:^|[\\n;}])[ \\t]*';
  const called = `(?:async[ \\t]+)?function[ \\t]*\\*?[ \\t]*${escaped}[ \\t]*\\(`;
  const bound = `(?:const|let|var|class)[ \\t]+${escaped}(?![\\p{L}\\p{N}$_])`;
  return new RegExp(`${start}(?:${called}|${bound})`, 'u').test(code);
}
