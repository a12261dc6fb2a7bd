package app.primaryassistant.browser;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Browser;
import app.primaryassistant.support.RequiresProgram;
import app.primaryassistant.support.Screen;
import app.primaryassistant.support.Tab;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages' modules that draw nothing, each called where it runs: in a browser. */
@RequiresProgram("chromium")
class PageModulesIT {

    private static final String PERSON =
            "new (await module(\"person\")).Person({locale: \"en-GB\", zone: \"UTC\", units: {mass: \"%s\", length: \"%s\"}})";
    private static final String POUNDS = PERSON.formatted("lb", "in");
    private static final String KILOGRAMS = PERSON.formatted("kg", "cm");

    private static Tab tab;

    @BeforeAll
    static void open() {
        tab = Browser.tab(Screen.PHONE_LIGHT)
                .as(Api.signedUp())
                .open("/account/")
                .shows("Account");
        run("await module(\"vocabulary\").then(({loadVocabulary}) => loadVocabulary())");
    }

    @AfterAll
    static void close() {
        tab.close();
    }

    /** What an expression gives; {@code module("mass")} is a module of the pages. */
    private static Object run(String expression) {
        return tab.page().evaluate("""
                async () => {
                  const module = (name) => import(new URL(`${name}.js`, document.querySelector("script[type=module]").src));
                  return %s;
                }
                """.formatted(expression));
    }

    private static Object masses(String person, String expression) {
        return run(
                "await (async ({loadInWords, weightIn, weightInWords, withLoads}, person) => %s)(await module(\"mass\"), %s)"
                        .formatted(expression, person));
    }

    @Test
    void whatWasEnteredInAUnitIsShownInItToTheDigit() {
        assertThat(masses(POUNDS, "weightInWords(person, 185, \"lb\")")).isEqualTo("185\u00a0lb");
        assertThat(masses(KILOGRAMS, "weightInWords(person, 185, \"lb\")")).isEqualTo("83.9\u00a0kg");
        assertThat(masses(POUNDS, "weightInWords(person, 70, \"kg\")")).isEqualTo("154.3\u00a0lb");
        assertThat(masses(KILOGRAMS, "weightInWords(person, 71.125, \"kg\")")).isEqualTo("71.125\u00a0kg");
    }

    /** Whole steps of plates of one unit, in the other and back. */
    @Test
    void noWeightOfPlatesChangesByMoreThanATenthOfAUnit() {
        assertThat(
                        masses(
                                POUNDS,
                                "Array.from({length: 400}, (none, i) => (i + 1) * 1.25)"
                                        + ".filter((kg) => Math.abs(weightIn(person, {weight: kg, unit: \"kg\"}) * 0.45359237 - kg) > 0.05 * 0.45359237 + 1e-9)"))
                .isEqualTo(List.of());
        assertThat(
                        masses(
                                KILOGRAMS,
                                "Array.from({length: 400}, (none, i) => (i + 1) * 2.5)"
                                        + ".filter((lb) => Math.abs(weightIn(person, {weight: lb, unit: \"lb\"}) / 0.45359237 - lb) > 0.05 / 0.45359237 + 1e-9)"))
                .isEqualTo(List.of());
    }

    @Test
    void reasonsOfAProgramAreInOnesOwnUnitWithThePlatesBeside() {
        assertThat(masses(POUNDS, "withLoads(person, \"+2.5 kg, because all sets reached 5 repetitions.\")"))
                .isEqualTo("+5.5\u00a0lb (2.5\u00a0kg), because all sets reached 5 repetitions.");
        assertThat(
                        masses(
                                KILOGRAMS,
                                "withLoads(person, \"62.5 kg again, because a set stopped at 4 of 5 repetitions; attempt 2 of 3.\")"))
                .isEqualTo("62.5\u00a0kg again, because a set stopped at 4 of 5 repetitions; attempt 2 of 3.");
    }

    @Test
    void platesAreCountedAndWhatTheyDoNotMakeUpIsOfTheWholeWeight() {
        assertThat(plates(
                        KILOGRAMS,
                        "[142.5, 60.5, 20, 19, 1000.5].map((weight) => platesInWords(person, weight, 20, \"kg\"))"))
                .isEqualTo(List.of(
                        "On each side: 2 × 25 + 10 + 1.25.",
                        "On each side: 20. That makes 60\u00a0kg in all, 0.5\u00a0kg too little.",
                        "The bar alone.",
                        "The bar alone is heavier.",
                        "Enter a weight up to 1,000\u00a0kg."));
        assertThat(plates(POUNDS, "[2204, 9999].map((weight) => platesInWords(person, weight, 45, \"lb\"))"))
                .isEqualTo(List.of(
                        "On each side: 23 × 45 + 35 + 5 + 2.5. That makes 2,200\u00a0lb in all, 4\u00a0lb too little.",
                        "Enter a weight up to 2,204\u00a0lb."));
    }

    /** Hours are kept as the minutes they are, unless a metric of one's own knows hours alone. */
    @Test
    void hoursMayBeTypedAsOnAClock() {
        assertThat(run("""
                await (async ({readAmount}) => {
                  const sleep = {units: [{unit: "h"}, {unit: "min"}]};
                  const read = (metric, text, unit) => Object.values(readAmount(metric, text, unit)).join(" ");
                  return [read(sleep, "7:30", "h"), read(sleep, "7.5", "h"), read({units: [{unit: "h"}]}, "7:30", "h"),
                    read(sleep, "7:75", "h"), read(sleep, "7:30", "min")];
                })(await module("units"))
                """)).isEqualTo(List.of("450 min", "7.5 h", "7.5 h", "NaN h", "NaN min"));
    }

    @Test
    void datesOfTheServersSentencesAreWrittenAsThePersonWritesThem() {
        assertThat(run(KILOGRAMS + ".withDates(\"Needs a measurement of weight in the 30 days to 9 November 2026.\")"))
                .isEqualTo("Needs a measurement of weight in the 30 days to 9 Nov 2026.");
        assertThat(run(KILOGRAMS
                        + ".objection({low: 1, high: 10, units: [{unit: \"/10\", factor: 1, offset: 0, decimals: 0}]},"
                        + " {value: 11, unit: \"/10\"})"))
                .isEqualTo("Must be from 1 to 10");
    }

    @Test
    void aChangeIsToldByThePeriodThatItShowsIn() {
        assertThat(change("bpm", 0, 1096, "66", "59"))
                .isEqualTo("Down 7 bpm in 3 years. From 66 to 59 bpm, about 2.3 bpm a year.");
        assertThat(change("cm", 1, 120, "84", "83.2"))
                .isEqualTo("Down 0.8 cm in 4 months. From 84.0 to 83.2 cm, about 0.20 cm a month.");
        assertThat(change("kg", 1, 90, "78", "70"))
                .isEqualTo("Down 8.0 kg in 3 months. From 78.0 to 70.0 kg, about 0.62 kg a week.");
        assertThat(change("%", 1, 90, "21.4", "17"))
                .isEqualTo("Down 4.4 percentage points in 3 months."
                        + " From 21.4 to 17.0 %, about 0.34 percentage points a week.");
        assertThat(change("bpm", 0, 30, "59.3", "59")).isEqualTo("No clear change in 4 weeks. Steady at about 59 bpm.");
    }

    /** What is said of a trend that ends today, with an interval that leaves zero out. */
    private static Object change(String unit, int decimals, int days, String from, String to) {
        return run("""
                await (async ({changeInWords}, {plusDays}, person) => {
                  const metric = {units: [{unit: "%s", factor: 1, offset: 0, decimals: %d}]};
                  const [days, from, to] = [%d, %s, %s];
                  const figure = (value) => ({value, low: value * 1.01, high: value * 0.99});
                  const trend = [{date: plusDays(person.today, -days), value: from}, {date: person.today, value: to}];
                  const all = {trend, change: figure(to - from), rate: figure((to - from) * 7 / days)};
                  const {words, detail} = changeInWords(all, metric, person);
                  return `${words}. ${detail}`.replaceAll("\u00a0", " ");
                })(await module("trend-words"), await module("dates"), %s)
                """.formatted(unit, decimals, days, from, to, KILOGRAMS));
    }

    private static Object plates(String person, String expression) {
        return run("await (async ({platesInWords}, person) => %s)(await module(\"plates\"), %s)"
                .formatted(expression, person));
    }

    @Test
    void setsAreComparedWithThoseOfTheirKind() {
        assertThat(run("""
                await (async ({setBefore}) => {
                  const last = [["warm-up", 60], ["warm-up", 80], ["working", 100], ["amrap", 105], ["drop", 70]]
                    .map(([kind, weight]) => ({kind, weight}));
                  const now = ["warm-up", "working", "working", "working", "drop", "warm-up", "warm-up"].map((kind) => ({kind}));
                  return [...now.map((set) => setBefore(now, set, last).weight), setBefore(now, now[1], last.slice(0, 2)) === undefined];
                })(await module("last-time"))
                """)).isEqualTo(List.of(60, 100, 105, 105, 70, 80, 80, true));
    }

    /** Last time 100 kg for 5; what differs by more than a good day is asked about, what may be a good day is not. */
    @Test
    void aSetFarFromTheOthersIsAskedAbout() {
        String last = "[{kind: \"warm-up\", weight: 20, reps: 8}, {kind: \"working\", weight: 100, reps: 5}]";
        assertThat(doubts("weight-reps", "{weight: 1000, reps: 5}", last, "[]"))
                .isEqualTo("1,000 kg? Last time 100 kg.");
        assertThat(doubts("weight-reps", "{weight: 10, reps: 5}", last, "[]")).isEqualTo("10 kg? Last time 100 kg.");
        assertThat(doubts("weight-reps", "{weight: 10, reps: 5, kind: \"warm-up\"}", last, "[]"))
                .isEqualTo("");
        assertThat(doubts("weight-reps", "{weight: 100, reps: 50}", last, "[]"))
                .isEqualTo("50 repetitions? Last time 8.");
        assertThat(doubts("weight-reps", "{weight: 180, reps: 18}", last, "[]")).isEqualTo("");
        assertThat(doubts("weight-reps", "{weight: 60, reps: 5}", "[]", "[{id: 1, done: true, weight: 20, reps: 5}]"))
                .isEqualTo("");
        assertThat(doubts("weight-reps", "{weight: 200, reps: 5}", "[]", "[{id: 1, done: true, weight: 20, reps: 5}]"))
                .isEqualTo("200 kg? So far today 20 kg.");
        assertThat(doubts("bodyweight-reps", "{weight: 30, reps: 5}", "[{weight: 10, reps: 5}]", "[]"))
                .isEqualTo("");
        assertThat(doubts("bodyweight-reps", "{weight: 100, reps: 5}", "[{weight: 10, reps: 5}]", "[]"))
                .isEqualTo("100 kg? Last time 10 kg.");
        assertThat(doubts("weight-reps", "{weight: 500, reps: 50}", "[]", "[]")).isEqualTo("");
    }

    private static Object doubts(String tracking, String set, String last, String sets) {
        return run("""
                await (async ({doubts}, person) =>
                  doubts(person, {tracking: "%s"}, %s, %s, %s).map(({words}) => words).join(" ").replaceAll("\u00a0", " "))(
                  await module("set-doubt"), %s)
                """.formatted(tracking, set, last, sets, KILOGRAMS));
    }

    /** Warm-ups, sets that are done or have a weight, and another step of a pyramid keep what they have. */
    @Test
    void aWeightIsCarriedOnlyWhereItBelongs() {
        assertThat(run("""
                await (async ({carried}) => {
                  const sets = [
                    {id: "w", kind: "warm-up"}, {id: "a", kind: "working", weight: 50, unit: "lb"}, {id: "b", kind: "working"},
                    {id: "c", kind: "amrap", done: true}, {id: "d", kind: "working", weight: 60, unit: "kg"}, {id: "e", kind: "failure"}];
                  const weights = (all) => all.map(({weight = 0, unit = ""}) => `${weight}${unit}`).join(" ");
                  const pyramid = [90, 100, 110, 120, 130].map((weight) => ({kind: "working", weight, unit: "kg"}));
                  return [weights(carried(sets, "a", undefined)), weights(carried(sets, "a", pyramid)), weights(carried(sets, "b", undefined))];
                })(await module("last-time"))
                """)).isEqualTo(List.of("0 50lb 50lb 0 60kg 50lb", "0 50lb 0 0 60kg 0", "0 50lb 0 0 60kg 0"));
    }

    @Test
    void distancesComeBackAsTheyWereTyped() {
        assertThat(run("""
                await (async ({distanceIn, metresOf, distanceInWords}, person) =>
                  [3.1, 6.2, 13.11, 26.22].map((miles) => distanceIn(person, metresOf(person, miles)))
                    .concat(distanceInWords(person, 42195), distanceInWords(person, 100)))(await module("distance"), %s)
                """.formatted(POUNDS)))
                .isEqualTo(List.of(3.1, 6.2, 13.11, 26.22, "26.22\u00a0mi", "328\u00a0ft"));
    }

    @Test
    void oneIsNotMany() {
        assertThat(run(
                        "await (async ({withUnit}) => [[\"1\", \"weeks\"], [\"2\", \"weeks\"], [\"1\", \"minutes\"], [\"1\", \"kg\"], [\"7\", \"/10\"]]"
                                + ".map(([text, unit]) => withUnit(text, unit)))(await module(\"person\"))"))
                .isEqualTo(List.of("1\u00a0week", "2\u00a0weeks", "1\u00a0minute", "1\u00a0kg", "7/10"));
    }

    @Test
    void termsOfTheLibraryAreWrittenAsPeopleWriteThem() {
        assertThat(run(
                        "await (async ({titled, inWords}) => [titled(\"e-z curl bar\"), titled(\"body only\"), inWords([\"biceps\", \"e-z curl bar\"])])"
                                + "(await module(\"terms\"))"))
                .isEqualTo(List.of("EZ curl bar", "Body only", "Biceps, EZ curl bar"));
    }
}
