// The plan of 2024 as a person reads its appendix: kind of deadline, last day, accountable unit, whether being late counts. Read once by
// hand from seeds/plan.txt and held here, so that the referee does not lean on the program's own reader.

export type Kind = 'dated' | 'ongoing' | 'then-ongoing' | 'roadmap' | 'on-request' | 'milestones';

export interface TaskFacts {
  readonly code: string;
  readonly kind: Kind;
  /** `2024-03-31`; '' where there is none. II.32 runs by milestones: the first is due here. */
  readonly due: string;
  /** Code of the unit; '' where only collectives or bodies outside the commune lead. */
  readonly lead: string;
  /** Whether being late counts («Tính quá hạn»). */
  readonly counts: boolean;
}

const TABLE = `
I.01    ongoing      -          TP     Có
I.02    dated        2024-03-31 TCKH   Có
I.03    ongoing      -          VP     Có
II.04   ongoing      -          VP     Có
II.05   dated        2024-12-31 VP     Có
II.06   dated        2024-05-31 -      Không
II.07   ongoing      -          BPMC   Có
II.08   ongoing      -          BPMC   Có
II.09   ongoing      -          CAX    Có
II.10   dated        2025-12-31 VHTT   Có
II.11   then-ongoing 2024-12-31 -      Không
II.12   dated        2024-12-31 BPMC   Có
II.13   dated        2024-12-31 VHTT   Có
II.14   then-ongoing 2024-12-31 BPMC   Có
II.15   ongoing      -          BPMC   Có
II.16   ongoing      -          TP     Có
II.17   dated        2024-12-31 BPMC   Có
II.18   dated        2024-12-31 VHTT   Có
II.19   dated        2024-12-31 BPMC   Có
II.20   dated        2024-12-31 VP     Có
II.21   dated        2024-12-31 -      Có
II.22   then-ongoing 2024-12-31 CAX    Có
II.23   then-ongoing 2024-12-31 -      Có
II.24   then-ongoing 2024-12-31 VP     Có
II.25   dated        2024-12-31 VP     Có
II.26   dated        2024-12-31 TCKH   Có
II.27   dated        2024-08-31 -      Có
II.28   ongoing      -          VHTT   Có
II.29   then-ongoing 2024-12-31 VHTT   Có
II.30   dated        2024-12-31 VP     Không
II.31   dated        2024-12-31 VP     Có
II.32   milestones   2024-06-30 VP     Có
III.33  ongoing      -          LDTBXH Có
III.34  ongoing      -          LDTBXH Có
III.35  then-ongoing 2024-12-31 -      Không
III.36  dated        2024-12-31 TCKH   Không
III.37  roadmap      -          VP     Có
IV.38   ongoing      -          CAX    Có
IV.39   on-request   -          CAX    Có
IV.40   dated        2024-06-30 TH     Không
IV.41   roadmap      -          LDTBXH Có
IV.42   dated        2024-06-30 LDTBXH Có
V.43    ongoing      -          BPMC   Có
V.44    ongoing      -          -      Có
V.45    ongoing      -          VP     Có
V.46    then-ongoing 2024-12-31 DCXD   Có
V.47    then-ongoing 2024-12-31 VHTT   Có
V.48    roadmap      -          TCKH   Có
V.49    dated        2024-12-31 TP     Không
V.50    dated        2024-09-30 LDTBXH Có
V.51    roadmap      -          DCXD   Có
V.52    dated        2024-12-31 DCNNMT Không
V.53    roadmap      2024-12-31 TP     Không
V.54    roadmap      2024-12-31 TP     Không
V.55    roadmap      2024-12-31 TP     Không
V.56    roadmap      2024-12-31 TP     Không
VI.57   ongoing      -          CAX    Có
VI.58   ongoing      -          CAX    Có
VI.59   ongoing      -          CAX    Có
VI.60   ongoing      -          CAX    Có
VII.61  ongoing      -          VP     Có
VII.62  ongoing      -          VHTT   Có
VII.63  on-request   -          VHTT   Có
VII.64  dated        2024-11-30 VHTT   Có
VIII.65 then-ongoing 2024-03-31 TCKH   Có
VIII.66 ongoing      -          VP     Có
IX.67   ongoing      -          VHTT   Có
IX.68   ongoing      -          BPMC   Có
X.69    roadmap      -          CAX    Có
X.70    dated        2024-12-31 CAX    Có
X.71    dated        2024-03-31 TP     Có
X.72    ongoing      -          CAX    Có
`;

export const TASKS: readonly TaskFacts[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [code = '', kind = '', due = '', lead = '', counts = ''] = line.trim().split(/\s+/u);
    const given = (text: string) => (text === '-' ? '' : text);
    return { code, kind: kind as Kind, due: given(due), lead: given(lead), counts: counts === 'Có' };
  });
