import uPlot from "../vendor/uplot/uPlot.esm.js";
import {dayOf, serialOf} from "./dates.js";
import {fromCanonical} from "./units.js";

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif';
const STEPS = [1, 2, 7, 14];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60];
const LABEL_GAP = 8;
const CROWD = 200;

/**
 * The plot of one metric: each day's value as a point, the trend as a line in its band, named at its end. The horizontal
 * axis counts civil days, so no time zone can shift a point.
 * Given: `{trend, metric, person, from, to}`. It tells the day under the pointer by `daypointed`.
 */
class TrendPlot extends HTMLElement {
  #plot = null;
  #given = null;
  #sizing = new ResizeObserver(() => this.#resize());

  set given(given) {
    if (given.trend === this.#given?.trend) return;
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
    if (size.width) this.#plot = new uPlot({...this.#options(), ...size}, this.#columns(), this);
  }

  #columns() {
    const {trend, metric, person} = this.#given;
    const unit = person.unitFor(metric);
    const shown = (value) => (value === undefined ? null : fromCanonical(value, unit));
    return [
      trend.points.map(({date}) => serialOf(date)),
      trend.points.map(({value}) => shown(value)),
      trend.trend.map(({value}) => shown(value)),
      trend.trend.map(({low}) => shown(low)),
      trend.trend.map(({high}) => shown(high)),
    ];
  }

  #options() {
    const {person, from, to} = this.#given;
    const colour = (token) => this.#resolve(token);
    const axis = {stroke: colour("--plot-axis"), font: `12px ${FONT}`, ticks: {show: false}};
    const points = {show: true, size: this.#given.trend.points.length > CROWD ? 2.5 : 4.5, width: 0, fill: colour("--plot-point"), stroke: colour("--plot-point")};
    return {
      padding: [12, (plot) => this.#labelWidth(plot) + 2 * LABEL_GAP, 0, 0],
      legend: {show: false},
      cursor: {y: false, drag: {x: false, y: false}, points: {size: 7, fill: colour("--plot-trend")}},
      scales: {
        x: {time: false, range: (plot, low, high) => span(from ? serialOf(from) : low, from ? serialOf(to) : high)},
        y: {range: (plot, low, high) => padded(low, high)},
      },
      axes: [
        {...axis, grid: {show: false}, splits: (plot, index, low, high) => daySplits(low, high, plot.bbox.width / devicePixelRatio),
          values: (plot, splits) => labels(splits, person), size: 32},
        {...axis, grid: {stroke: colour("--plot-grid"), width: 1}, size: 48, space: 48,
          values: (plot, splits, index, space, step) => splits.map((value) => person.number(value, decimalsOf(step)))},
      ],
      series: [
        {},
        {paths: () => null, points},
        {stroke: colour("--plot-trend"), width: 2, points: {show: false}},
        {points: {show: false}, class: "band-edge"},
        {points: {show: false}, class: "band-edge"},
      ],
      bands: [{series: [4, 3], fill: colour("--plot-band")}],
      hooks: {draw: [(plot) => this.#nameLine(plot)], setCursor: [(plot) => this.#point(plot.cursor.idx)]},
    };
  }

  /** The line's name at its end, so that nobody has to hunt through a legend. */
  #nameLine(plot) {
    const last = plot.data[0].length - 1;
    if (last < 0) return;
    const x = plot.valToPos(plot.data[0][last], "x", true) + LABEL_GAP * devicePixelRatio;
    const y = plot.valToPos(plot.data[2][last], "y", true);
    plot.ctx.save();
    plot.ctx.fillStyle = this.#resolve("--plot-trend");
    plot.ctx.textAlign = "left";
    plot.ctx.textBaseline = "middle";
    plot.ctx.font = labelFont();
    plot.ctx.fillText(this.#label(), x, y);
    plot.ctx.restore();
  }

  #label() {
    const {trend, metric, person} = this.#given;
    return `Trend ${person.value(metric, trend.trend.at(-1).value).text}`;
  }

  #labelWidth(plot) {
    plot.ctx.save();
    plot.ctx.font = labelFont();
    const {width} = plot.ctx.measureText(this.#label());
    plot.ctx.restore();
    return width / devicePixelRatio;
  }

  #point(index) {
    this.dispatchEvent(new CustomEvent("daypointed", {detail: index ?? null}));
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

function padded(low, high) {
  if (low === null || high === null) return [0, 1];
  const room = (high - low) * 0.08 || Math.abs(low) * 0.02 || 1;
  return [low - room, high + room];
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
  const byMonth = splits.length > 1 && splits[1] - splits[0] >= 28;
  return splits.map((serial) => {
    const day = dayOf(serial);
    if (!byMonth) return person.day(day, {day: "numeric", month: "short"});
    return day.slice(5, 7) === "01" ? day.slice(0, 4) : person.day(day, {month: "short"});
  });
}

customElements.define("trend-plot", TrendPlot);
