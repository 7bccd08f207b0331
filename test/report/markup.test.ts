import { describe, expect, test } from 'vitest';
import { html } from '../../src/report/markup.ts';

describe('html', () => {
  test.each([
    ['text is escaped', html`<b>${'<a href="x">\'&'}</b>`, '<b>&lt;a href=&quot;x&quot;&gt;&#39;&amp;</b>'],
    ['what is escaped once stays so', html`<b>${html`<i>${'&'}</i>`}</b>`, '<b><i>&amp;</i></b>'],
    ['an entity that was typed is text', html`${'&lt;'}`, '&amp;lt;'],
    ['lists are joined', html`${['a', html`<br>`, '<']}`, 'a<br>&lt;'],
    ['undefined and false vanish, 0 and the empty text stand', html`[${undefined}${false}${0}${''}]`, '[0]'],
    [
      'text that looks like markup is no markup',
      html`${'{"markup":"<b>"}'}`,
      '{&quot;markup&quot;:&quot;&lt;b&gt;&quot;}',
    ],
  ])('%s', (_, { markup }, expected) => expect(markup).toBe(expected));
});
