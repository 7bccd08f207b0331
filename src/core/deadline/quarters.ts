// Quarters, in Roman numerals, digits or words.
import { either, map, words } from './grammar.ts';
import { quarterNumber } from './numbers.ts';
import { headed, numbered, seriesOf } from './series.ts';

const quarterHead = words('quý', 'các quý', 'q', 'q.');
/** «QII», «QuýII»: one run of letters. */
const glued = map(
  words('qi', 'qii', 'qiii', 'qiv', 'quýi', 'quýii', 'quýiii', 'quýiv'),
  (word) => ['i', 'ii', 'iii', 'iv'].indexOf(word.replace(/^qu?ý?/u, '')) + 1,
);
const quarterItem = numbered('quarter', quarterNumber);
export const quarterNamed = either(numbered('quarter', glued), headed(quarterHead, quarterItem));

/** «Quý I/2024» · «quý 2» · «Quý II, III/2024» · «quý III năm 2024» · «Quý II-III» · «QIV/2024» */
export const quarters = seriesOf(quarterNamed, either(quarterNamed, quarterItem));
