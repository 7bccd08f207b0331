// The packed script is the program as it was written, in few bytes, and a person still finds a place in it.
import { describe, expect, test } from 'vitest';
import { packCode } from '../../../src/tools/build/pack-code.ts';

const JOINED = `// src/core/greeting.ts
var GREETING = "Kính gửi: // src/core/nothing.ts\\n- đồng chí";
function greet(person) {
  const words = [GREETING, person].join(" ");
  return words;
}

// built-plan:built:plan
const answer = (someNumber) => {
  // why
  if (someNumber === void 0) {
    return "không";
  }
  return \`\${someNumber} việc\`;
};
class Refusal extends Error {
}
`;

describe('packed', () => {
  test('a line a declaration, under its module’s name; names of the top and words stay, the rest does not', async () => {
    const lines = (await packCode(JOINED)).split('\n');
    const [greeting, ...rest] = lines.filter((line) => /^(?:\/\/|var|function|const|class) /u.test(line));
    expect([greeting, ...rest].map((line) => line?.split(/[=({]/u, 1)[0])).toEqual([
      '// core/greeting',
      'var GREETING',
      'function greet',
      '// built-plan:built:plan',
      'const answer',
      'class Refusal extends Error',
    ]);
    expect(lines.join('\n')).not.toMatch(/someNumber|person|words|why| {2}/u);
  });

  test('it says the same', async () => {
    const said = (code: string): unknown =>
      new Function(`${code}; return [greet('A'), answer(), answer(2), new Refusal('x') instanceof Error]`)();
    expect(said(await packCode(JOINED))).toEqual(said(JOINED));
  });

  test('a text that looks like a declaration is refused, not changed', async () => {
    await expect(packCode('var text = `a\nvar b`;\n')).rejects.toThrow('văn bản');
    await expect(packCode('var text = `a\n// src/x.ts\nb`;\n')).rejects.toThrow('văn bản');
  });
});
