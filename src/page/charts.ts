// Charts over the cells they are anchored to, moving with them as the grid is scrolled.
import type { ChartConfiguration } from 'chart.js';
import { el } from './dom.ts';
import type { Grid } from './grid/grid.ts';
import type { GridChart } from './protocol.ts';

interface Drawn {
  readonly chart: GridChart;
  readonly frame: HTMLElement;
  readonly drawing: { destroy(): void };
}

export class Charts {
  private drawn: Drawn[] = [];
  private wanted: readonly GridChart[] = [];

  constructor(
    /** Scrolls with the cells. */
    private readonly layer: HTMLElement,
  ) {}

  /** Draws what is new. */
  async show(charts: readonly GridChart[], grid: Grid): Promise<void> {
    this.wanted = charts;
    for (const { drawing, frame } of this.drawn.splice(0)) {
      drawing.destroy();
      frame.remove();
    }
    if (charts.length === 0) return;
    const { Chart } = await import('./chart-library.ts');
    // Others were asked for meanwhile.
    if (this.wanted !== charts) return;
    this.drawn = charts.map((chart) => {
      const canvas = el('canvas', { role: 'img', 'aria-label': spoken(chart) });
      const frame = el('div', { class: 'chart' }, canvas);
      frame.style.width = `${chart.width}px`;
      frame.style.height = `${chart.height}px`;
      this.layer.append(frame);
      return { chart, frame, drawing: new Chart(canvas, configOf(chart)) };
    });
    this.place(grid);
  }

  /** Beside their cells, whatever became of the rows above them. */
  place(grid: Grid): void {
    for (const { chart, frame } of this.drawn) {
      const { left, top } = grid.place(chart.row, chart.column);
      frame.style.left = `${left}px`;
      frame.style.top = `${top}px`;
    }
  }
}

/** A chart in words, for who cannot see it: its title, and each name with its numbers. */
function spoken({ title, labels, series, percent }: GridChart): string {
  const number = (value: number) => (percent ? `${Math.round(value * 100)}%` : String(value));
  const lines = labels.map((label, i) => {
    const parts = series.flatMap(({ name, values }) => (values[i] ? [`${name} ${number(values[i])}`] : []));
    return `${label}: ${parts.join(', ')}`;
  });
  return [title, ...lines].join('. ');
}

function configOf({ kind, title, stacked, percent, legend, labels, series }: GridChart): ChartConfiguration {
  const datasets = series.map(({ name, color, values }) => ({
    label: name,
    data: [...values],
    ...(color ? { backgroundColor: color, borderColor: color } : {}),
  }));
  return {
    type: kind === 'pie' ? 'pie' : kind === 'line' ? 'line' : 'bar',
    data: { labels: [...labels], datasets },
    options: {
      indexAxis: kind === 'bar' ? 'y' : 'x',
      maintainAspectRatio: false,
      plugins: {
        title: { display: title !== '', text: title, align: 'start', font: { size: 15, weight: 'normal' } },
        legend: { display: legend, position: 'bottom', labels: { boxWidth: 12 } },
      },
      ...(kind === 'pie' ? {} : { scales: scalesOf(kind === 'bar', stacked, percent) }),
    },
  };
}

/** Every name stands; shares are shown in percent, from none to all. */
function scalesOf(lying: boolean, stacked: boolean, percent: boolean) {
  const names = { stacked, ticks: { autoSkip: false } };
  const shares = {
    min: 0,
    max: 1,
    ticks: { callback: (value: string | number) => `${Math.round(Number(value) * 100)}%` },
  };
  const values = { stacked, ...(percent ? shares : {}) };
  return lying ? { x: values, y: names } : { x: names, y: values };
}
