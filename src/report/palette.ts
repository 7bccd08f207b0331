// The colours of a mail, by day and by night. Inline styles carry those of the day, so that a program that drops the rest still
// shows both colours of every surface; a style sheet puts those of the night over them where a program asks for it.

export interface Palette {
  readonly page: string;
  /** Under figures and texts to be copied. */
  readonly surface: string;
  readonly line: string;
  readonly text: string;
  readonly quiet: string;
  readonly alarm: string;
  readonly warning: string;
  readonly good: string;
  readonly plain: string;
}

export const DAY: Palette = {
  page: '#ffffff',
  surface: '#f3f5f7',
  line: '#c8d0d8',
  text: '#1b1f24',
  quiet: '#4a5560',
  alarm: '#b3261e',
  warning: '#8a4b00',
  good: '#1b6e3c',
  plain: '#1b4f8a',
};

export const NIGHT: Palette = {
  page: '#14181c',
  surface: '#232a31',
  line: '#4a5560',
  text: '#e6e9ec',
  quiet: '#b4bec8',
  alarm: '#ff9b93',
  warning: '#f2b45c',
  good: '#7fd4a0',
  plain: '#8ec2f5',
};

/** White on it, by day and by night. */
export const BUTTON = '#1b4f8a';

/** Classes carry the names of the colours they set. */
export const NIGHT_STYLES = `@media (prefers-color-scheme: dark){${[
  `.page{background:${NIGHT.page}!important;color:${NIGHT.text}!important}`,
  `.surface{background:${NIGHT.surface}!important}`,
  `.page,.surface,.line,.reply{border-color:${NIGHT.line}!important}`,
  ...(['quiet', 'alarm', 'warning', 'good', 'plain'] as const).map(
    (name) => `.${name}{color:${NIGHT[name]}!important}`,
  ),
  ...(['alarm', 'warning', 'good', 'plain'] as const).map(
    (name) => `.edge-${name}{border-left-color:${NIGHT[name]}!important}`,
  ),
].join('')}}`;
