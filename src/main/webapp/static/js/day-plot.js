import uPlot from "../vendor/uplot/uPlot.esm.js";
import {dayOf, serialOf} from "./dates.js";

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif';
const STEPS = [1, 2, 7, 14];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60];
const LABEL_GAP = 8;
const LABEL_HEIGHT = 15;
const CROWD = 200;
const SHORT = 5;
const BAR = 0.7;
const BARS_BY_DAY = 200;

/**
 * A plot over civil days; counting days, no time zone can shift a point. Lines carry their names at their ends.
 * Given: `{days, series, bands, zone, from, to, base, unit, person}`. A series is `{values, token, as, name}`, `as` being "points",
 * "mark" for a point that stands out, "line", "bars" or, for the edges that a band `[high, low]` fills between, "edge"; `zone` is a stretch `[from, to]` of the
 * vertical axis to be shown as ground, and `unit` what the values are in. It tells the index of the day under the pointer by `daypointed`.
 */
export class DayPlot extends HTMLElement {
  #plot = null;
  #given = null;
  #sizing = new ResizeObserver(() => this.#resize());

  get given() {
    return this.#given;
  }

  set given(given) {
    if (given === this.#given) return;
    this.#given = given;
    if (this.isConnected) this.#draw();
  }

  connectedCallback() {
    document.addEventListener("themechange", this.#redraw);
    this.#sizing.observe(this);
    if (this.#given) this.#draw();
  }

  disconnectedCallback() {
    document.removeEventListener("themechange", this.#redraw);
    this.#sizing.disconnect();
    this.#plot?.destroy();
    this.#plot = null;
  }

  #redraw = () => this.#given && this.#draw();

  #size() {
    return {width: this.clientWidth, height: this.clientHeight};
  }

  #resize() {
    const {width, height} = this.#size();
    if (this.#plot && (this.#plot.width !== width || this.#plot.height !== height)) this.#plot.setSize({width, height});
  }

  #draw() {
    this.#plot?.destroy();
    const size = this.#size();
    const {days, series} = this.#given;
    if (size.width) this.#plot = new uPlot({...this.#options(), ...size}, [days.map(serialOf), ...series.map(({values}) => values)], this);
  }

  #options() {
    const {person, from, to, series, bands = [], base} = this.#given;
    const colour = (token) => this.#resolve(token);
    const axis = {stroke: colour("--plot-axis"), font: `12px ${FONT}`, ticks: {show: false}};
    const margin = this.#step() / 2;
    return {
      padding: [12, (plot) => this.#labelWidth(plot) + 2 * LABEL_GAP, 0, 0],
      legend: {show: false},
      cursor: {y: false, drag: {x: false, y: false}, points: {size: 7, fill: colour("--plot-trend")}},
      scales: {
        x: {time: false, range: (plot, low, high) => span((from ? serialOf(from) : low) - margin, (from ? serialOf(to) : high) + margin)},
        y: {range: (plot, low, high) => padded(low, high, base, this.#given.zone)},
      },
      axes: [
        {...axis, grid: {show: false}, splits: (plot, index, low, high) => this.#splits(low, high, plot.bbox.width / devicePixelRatio),
          values: (plot, splits) => labels(splits, person), size: 32},
        {...axis, grid: {stroke: colour("--plot-grid"), width: 1}, size: (plot, values) => (values?.some((text) => text.length > SHORT) ? 64 : 48), space: 48,
          values: (plot, splits, index, space, step) => splits.map((value) => person.number(value, decimalsOf(step)))},
      ],
      series: [{}, ...series.map((one) => this.#drawn(one))],
      bands: bands.map(([high, low]) => ({series: [high + 1, low + 1], fill: colour("--plot-band")})),
      hooks: {
        drawClear: [(plot) => this.#ground(plot)],
        draw: [(plot) => this.#nameLines(plot)],
        setCursor: [(plot) => this.dispatchEvent(new CustomEvent("daypointed", {detail: plot.cursor.idx ?? null}))],
      },
    };
  }

  #drawn({as, token}) {
    const colour = this.#resolve(token ?? "--plot-trend");
    switch (as) {
      case "points": {
        const size = this.#given.days.length > CROWD ? 2.5 : 4.5;
        return {paths: () => null, points: {show: true, size, width: 0, fill: colour, stroke: colour}};
      }
      case "mark":
        return {paths: () => null, points: {show: true, size: 10, width: 2, fill: colour, stroke: colour}};
      case "bars":
        return {stroke: colour, fill: colour, width: 0, paths: uPlot.paths.bars({size: [BAR, 36], radius: 0.12}), points: {show: false}};
      case "edge":
        return {points: {show: false}, class: "band-edge"};
      default:
        return {stroke: colour, width: 2, points: {show: false}};
    }
  }

  /** Days from one bar to the next; lines and points need no room beside the first and the last. */
  #step() {
    const {days, series} = this.#given;
    return series.some(({as}) => as === "bars") && days.length > 1 ? serialOf(days[1]) - serialOf(days[0]) : 0;
  }

  /** Bars are named by their own days as long as months need not be told apart. */
  #splits(low, high, width) {
    const {days} = this.#given;
    if (!this.#step() || high - low > BARS_BY_DAY) return daySplits(low, high, width);
    const each = Math.ceil(days.length / Math.max(2, Math.floor(width / 70)));
    return days.filter((day, index) => (days.length - 1 - index) % each === 0).map(serialOf);
  }

  #ground(plot) {
    const {zone} = this.#given;
    if (!zone) return;
    const {left, width} = plot.bbox;
    const [low, high] = zone.map((value) => plot.valToPos(value, "y", true));
    plot.ctx.save();
    plot.ctx.fillStyle = this.#resolve("--plot-band");
    plot.ctx.fillRect(left, high, width, low - high);
    plot.ctx.restore();
  }

  /** Each line's name at its end, so that nobody has to hunt through a legend; names that would overlap move apart. */
  #nameLines(plot) {
    const gap = LABEL_HEIGHT * devicePixelRatio;
    const places = this.#named()
      .map(({series, name, token, last}) => ({name, token, x: plot.valToPos(plot.data[0][last], "x", true), y: plot.valToPos(series[last], "y", true)}))
      .sort((one, other) => one.y - other.y);
    places.forEach((place, index) => {
      if (index) place.y = Math.max(place.y, places[index - 1].y + gap);
    });
    plot.ctx.save();
    plot.ctx.textAlign = "left";
    plot.ctx.textBaseline = "middle";
    plot.ctx.font = labelFont();
    for (const {name, token, x, y} of places) {
      plot.ctx.fillStyle = this.#resolve(token ?? "--plot-trend");
      plot.ctx.fillText(name, x + LABEL_GAP * devicePixelRatio, y);
    }
    plot.ctx.restore();
  }

  #named() {
    return this.#given.series
      .filter(({name, values}) => name && values.some((value) => value !== null))
      .map(({name, token, values}) => ({name, token, series: values, last: values.findLastIndex((value) => value !== null)}));
  }

  #labelWidth(plot) {
    plot.ctx.save();
    plot.ctx.font = labelFont();
    const width = Math.max(0, ...this.#named().map(({name}) => plot.ctx.measureText(name).width));
    plot.ctx.restore();
    return width / devicePixelRatio;
  }

  /** The colour a token stands for now; a token may hold `light-dark()`, which only a real property resolves. */
  #resolve(token) {
    const probe = this.appendChild(document.createElement("i"));
    probe.style.color = `var(${token})`;
    const {color} = getComputedStyle(probe);
    probe.remove();
    return color;
  }
}

const labelFont = () => `600 ${12 * devicePixelRatio}px ${FONT}`;

const span = (low, high) => (low === high ? [low - 1, high + 1] : [low, high]);

function padded(low, high, base, zone = []) {
  if (low === null || high === null) return [0, 1];
  const ends = [low, high, ...zone, ...(base === undefined ? [] : [base])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const room = (most - least) * 0.08 || Math.abs(most) * 0.02 || 1;
  return [least === base ? base : least - room, most + room];
}

const decimalsOf = (step) => (Number.isInteger(step) ? 0 : Math.min(4, String(step).split(".")[1]?.length ?? 0));

/** Ticks on days that mean something: Mondays-like steps while they fit, else firsts of months. */
function daySplits(low, high, width) {
  const most = Math.max(2, Math.floor(width / 90));
  const days = STEPS.find((step) => (high - low) / step <= most);
  if (days) {
    const splits = [];
    for (let serial = Math.ceil(high) - Math.floor((high - low) / days) * days; serial <= high; serial += days) splits.push(serial);
    return splits;
  }
  const months = MONTH_STEPS.find((step) => (high - low) / (step * 30.44) <= most) ?? MONTH_STEPS.at(-1);
  const [year, month] = dayOf(Math.floor(low)).split("-").map(Number);
  const splits = [];
  for (let index = Math.ceil((year * 12 + month - 1) / months) * months; ; index += months) {
    const serial = serialOf(`${Math.floor(index / 12)}-${(index % 12) + 1}-1`);
    if (serial > high) return splits;
    if (serial >= low) splits.push(serial);
  }
}

function labels(splits, person) {
  const byMonth = splits.length > 1 && splits.every((serial) => dayOf(serial).endsWith("-01"));
  return splits.map((serial) => {
    const day = dayOf(serial);
    if (!byMonth) return person.day(day, {day: "numeric", month: "short"});
    return day.slice(5, 7) === "01" ? day.slice(0, 4) : person.day(day, {month: "short"});
  });
}

customElements.define("day-plot", class extends DayPlot {});
