package app.primaryassistant.browser;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a page says in units that people differ in, as it stands there. */
final class Amounts {

    /**
     * A unit: canonical = shown × factor + offset.
     *
     * @param ofMetric whether somebody with metric units sees it
     */
    private record Unit(String dimension, double factor, double offset, boolean ofMetric) {}

    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("kg", new Unit("mass", 1, 0, true)),
            Map.entry("lb", new Unit("mass", 0.45359237, 0, false)),
            Map.entry("kg/week", new Unit("mass a week", 1, 0, true)),
            Map.entry("lb/week", new Unit("mass a week", 0.45359237, 0, false)),
            Map.entry("m", new Unit("length", 1, 0, true)),
            Map.entry("cm", new Unit("length", 0.01, 0, true)),
            Map.entry("km", new Unit("length", 1000, 0, true)),
            Map.entry("in", new Unit("length", 0.0254, 0, false)),
            Map.entry("ft", new Unit("length", 0.3048, 0, false)),
            Map.entry("mi", new Unit("length", 1609.344, 0, false)),
            Map.entry("°C", new Unit("temperature", 1, 0, true)),
            Map.entry("°F", new Unit("temperature", 5 / 9.0, -160 / 9.0, false)),
            Map.entry("mmol/L", new Unit("glucose", 1, 0, true)),
            Map.entry("mg/dL", new Unit("glucose", 10 / 180.156, 0, false)));

    /**
     * A number with its unit.
     *
     * @param place the words around it
     */
    record Amount(String number, String unit, String place) {

        boolean isMetric() {
            return of().ofMetric;
        }

        /** Whether the other is the same, as far as the digits of both say. */
        boolean isTheSameAs(Amount other) {
            if (!of().dimension.equals(other.of().dimension)) {
                return false;
            }
            // A rate of a temperature has no zero to be moved; all of them change by less than a degree.
            double apart = Math.abs(canonical(other) - other.canonical(this));
            // A change may be told as the difference of the two rounded numbers beside it.
            return apart <= 2.001 * (lastDigit() + other.lastDigit());
        }

        private double canonical(Amount other) {
            return value() * of().factor + (unit.equals(other.unit) ? 0 : of().offset);
        }

        private double lastDigit() {
            int point = plain().indexOf('.');
            int decimals = point < 0 ? 0 : plain().length() - point - 1;
            return 0.5 * Math.pow(10, -decimals) * of().factor;
        }

        double value() {
            return Double.parseDouble(plain());
        }

        private String plain() {
            return number.replace(",", "").replace('−', '-').replace("+", "");
        }

        private Unit of() {
            Unit known = UNITS.get(unit);
            if (known == null) {
                throw new AssertionError("No such unit: " + this);
            }
            return known;
        }

        @Override
        public String toString() {
            return number + " " + unit + " in “" + place + "”";
        }
    }

    /**
     * Collects them from a page: what is written, what assistive software is told, what stands in fields and their placeholders,
     * in tables whose caption names the unit, and in plots. What is told beside it as it was entered, or as a formula had it, is
     * left out, as is the library's prose.
     */
    static final String COLLECT = """
            () => {
              const units = "kg/week|lb/week|kg|lb|km|cm|mi|ft|m|in|°C|°F|mmol/L|mg/dL";
              const number = "[+−-]?\\\\d[\\\\d,]*(?:\\\\.\\\\d+)?";
              const all = [];
              const add = (text, unit, place) => text.trim() && all.push([text.trim(), unit, place.slice(0, 160)]);
              const read = (text) => {
                const own = text.replace(new RegExp(`(${number})\\u00a0(${units}) \\\\(${number}\\u00a0(?:${units})\\\\)`, "g"), "$1\\u00a0$2");
                const found = new RegExp(`(${number})(?:\\u00a0|\\n| (?=kg|lb)|)(${units})(?![\\\\w/²³·])`, "g");
                for (const match of own.matchAll(found)) add(match[1], match[2], own.slice(Math.max(0, match.index - 70), match.index + 40).replaceAll("\\n", "⏎"));
              };
              document.querySelectorAll("[data-entered], .instructions").forEach((told) => { told.hidden = true; });
              const content = document.querySelector("main");
              read(content.innerText);
              for (const element of content.querySelectorAll("[aria-label], [title]")) read(`${element.ariaLabel ?? ""} ${element.title ?? ""}`);
              for (const input of content.querySelectorAll("input")) {
                const unit = input.dataset.unit ?? input.parentElement.querySelector(".field-unit")?.textContent;
                if (!new RegExp(`^(${units})$`).test(unit)) continue;
                add(input.value, unit, `field ${input.ariaLabel ?? input.name}`);
                add(input.placeholder, unit, `placeholder ${input.ariaLabel ?? input.name}`);
              }
              for (const table of content.querySelectorAll("table")) {
                const unit = new RegExp(` in (${units}),`).exec(table.caption?.textContent ?? "")?.[1];
                if (!unit) continue;
                for (const cell of table.querySelectorAll("td")) for (const [text] of cell.textContent.matchAll(new RegExp(number, "g"))) add(text, unit, `table ${table.caption.textContent}`);
              }
              const given = (plot) => {
                for (let at = Object.getPrototypeOf(plot); at; at = Object.getPrototypeOf(at)) {
                  const getter = Object.getOwnPropertyDescriptor(at, "given")?.get;
                  if (getter) return getter.call(plot);
                }
              };
              for (const plot of content.querySelectorAll("day-plot, trend-plot")) {
                const {unit, series} = given(plot);
                if (!new RegExp(`^(${units})$`).test(unit)) continue;
                for (const {values, name} of series) {
                  for (const value of values) if (value !== null) add(value.toFixed(4), unit, `plot ${plot.ariaLabel ?? ""}`);
                  if (name) read(name);
                }
              }
              return all;
            }
            """;

    private Amounts() {}

    /** What {@link #COLLECT} gave. */
    static List<Amount> of(Object collected) {
        return ((List<?>) collected)
                .stream()
                        .map(one -> (List<?>) one)
                        .map(one -> new Amount((String) one.get(0), (String) one.get(1), (String) one.get(2)))
                        .toList();
    }

    /** Those of two lists at the same place that are not the same. */
    static List<String> differences(List<Amount> metric, List<Amount> other) {
        return IntStream.range(0, Math.min(metric.size(), other.size()))
                .filter(i -> !metric.get(i).isTheSameAs(other.get(i)))
                .mapToObj(i -> metric.get(i) + " became " + other.get(i))
                .toList();
    }
}
