// Charts over the cells they are anchored to, moving with them as the grid is scrolled.
import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Title,
  Tooltip,
} from 'chart.js';
import { el } from './dom.ts';
import type { Grid } from './grid/grid.ts';
import type { GridChart } from './protocol.ts';

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Title,
  Tooltip,
);
Chart.defaults.font.family = 'Arial, sans-serif';
Chart.defaults.animation = false;

interface Drawn {
  readonly chart: GridChart;
  readonly frame: HTMLElement;
  readonly drawing: { destroy(): void };
}

export class Charts {
  private drawn: Drawn[] = [];

  constructor(
    /** Scrolls with the cells. */
    private readonly layer: HTMLElement,
  ) {}

  /** Draws what is new. */
  show(charts: readonly GridChart[], grid: Grid): void {
    for (const { drawing, frame } of this.drawn.splice(0)) {
      drawing.destroy();
      frame.remove();
    }
    this.drawn = charts.map((chart) => {
      const canvas = el('canvas', { role: 'img', 'aria-label': chart.title });
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
