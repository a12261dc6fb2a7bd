import {DayPlot} from "./day-plot.js";
import {fromCanonical} from "./units.js";

/**
 * The plot of one metric: each day's value as a point, the trend as a line in its band.
 * Given: `{trend, metric, person, from, to}`.
 */
class TrendPlot extends DayPlot {
  #trend = null;

  set given({trend, metric, person, from, to}) {
    if (trend === this.#trend) return;
    this.#trend = trend;
    const unit = person.unitFor(metric);
    const shown = (value) => (value === undefined ? null : fromCanonical(value, unit));
    const end = trend.trend.at(-1);
    super.given = {
      person, from, to,
      days: trend.points.map(({date}) => date),
      series: [
        {values: trend.points.map(({value}) => shown(value)), token: "--plot-point", as: "points"},
        {values: trend.trend.map(({value}) => shown(value)), as: "line", name: end && `Trend ${person.value(metric, end.value).text}`},
        {values: trend.trend.map(({low}) => shown(low)), as: "edge"},
        {values: trend.trend.map(({high}) => shown(high)), as: "edge"},
      ],
      bands: [[3, 2]],
      unit: unit.unit,
    };
  }
}

customElements.define("trend-plot", TrendPlot);
