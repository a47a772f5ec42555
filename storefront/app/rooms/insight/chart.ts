import { scaleBand, scaleLinear } from "d3-scale";

export interface Week {
  start: string;
  citizen: number;
  public: number;
  yearBefore: number;
}
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface Drawn {
  width: number;
  height: number;
  left: number;
  base: number;
  ticks: { y: number; value: number }[];
  bars: { start: string; x: number; citizen: Box; public: Box; total: number; isLabelled: boolean }[];
  /** The same weeks a year before, as points of a line. */
  line: string;
}

const WIDTH = 680, HEIGHT = 236, TOP = 22, LEFT = 52, BASE = 204;

/** Where the bars of each week stand, citizens below and agencies on top, and the line of the year before. */
export function drawWeeks(weeks: readonly Week[]): Drawn {
  const most = Math.max(1, ...weeks.map((week) => Math.max(week.citizen + week.public, week.yearBefore)));
  const y = scaleLinear().domain([0, most]).nice(4).range([BASE, TOP]);
  const x = scaleBand<string>().domain(weeks.map((week) => week.start)).range([LEFT, WIDTH]).paddingInner(0.4).paddingOuter(0.2);
  const box = (left: number, from: number, to: number): Box => ({ x: left, y: y(to), width: x.bandwidth(), height: Math.max(0, y(from) - y(to)) });
  const centre = (start: string) => (x(start) ?? 0) + x.bandwidth() / 2;
  return {
    width: WIDTH,
    height: HEIGHT,
    left: LEFT,
    base: BASE,
    ticks: y.ticks(4).map((value) => ({ y: y(value), value })),
    bars: weeks.map((week, index) => {
      const left = x(week.start) ?? 0;
      const total = week.citizen + week.public;
      return { start: week.start, x: centre(week.start), citizen: box(left, 0, week.citizen), public: box(left, week.citizen, total), total, isLabelled: (weeks.length - 1 - index) % 3 === 0 };
    }),
    line: weeks.map((week) => `${centre(week.start).toFixed(1)},${y(week.yearBefore).toFixed(1)}`).join(" "),
  };
}
