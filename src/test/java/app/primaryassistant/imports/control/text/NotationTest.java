package app.primaryassistant.imports.control.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.primaryassistant.imports.entity.Conventions;
import app.primaryassistant.imports.entity.DateOrder;
import app.primaryassistant.imports.entity.DecimalMark;
import app.primaryassistant.imports.entity.Question;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotationTest {

    private final Notation notation = new Notation(Conventions.UNKNOWN);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-31                | 2024-03-31 |",
                "2024-3-1 07:05:09         | 2024-03-01 | 07:05:09",
                "2024-03-31T23:30:00+02:00 | 2024-03-31 | 23:30:00",
                "2024/03/31 7:12 AM        | 2024-03-31 | 07:12:00",
                "31.03.2024 19:30          | 2024-03-31 | 19:30:00",
                "3/31/2024 12:05 am        | 2024-03-31 | 00:05:00",
                "31/03/2024, 12:05 p.m.    | 2024-03-31 | 12:05:00",
                "28 Mar 2025, 17:29        | 2025-03-28 | 17:29:00",
                "Mar 31, 2024              | 2024-03-31 |",
                "31. March 2024            | 2024-03-31 |",
                "September 1 2024 at 08:00 | 2024-09-01 | 08:00:00",
            })
    void datesAreReadAsProgramsWriteThem(String written, LocalDate day, LocalTime time) {
        ParsedDateTime when = notation.date(written);

        assertThat(when.day()).isEqualTo(day);
        assertThat(when.time()).isEqualTo(Optional.ofNullable(time));
        assertThat(notation.questions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "31/03/24",
                "2024-02-30",
                "2024-13-01",
                "13/13/2024",
                "31 Mrz 2024",
                "31 Xyz 2024",
                "2024-03-31 25:00",
                "2024-03-31 13:00 PM",
                "2024-03-31 noon",
                "2024-03-31T12:00+19:30",
                "2024-03-31                                                                      07:00"
            })
    void whatIsNoDateIsRefusedInWords(String written) {
        assertThatThrownBy(() -> notation.date(written))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.words()).endsWith("."));
    }

    @Test
    void datesThatCanBeReadInBothOrdersAreAskedFor() {
        notation.date("03/04/2024");
        notation.date("05/05/2024");

        assertThat(notation.questions())
                .containsExactly(new Question("dates", List.of("03/04/2024"), List.of("day-first", "month-first")));
    }

    @Test
    void oneDateThatIsClearDecidesForAll() {
        notation.date("03/04/2024");
        notation.date("03/31/2024");

        assertThat(notation.questions()).isEmpty();
        assertThat(new Notation(notation.learnt()).date("03/04/2024").day()).isEqualTo("2024-03-04");
    }

    @Test
    void datesInBothOrdersAreAskedForAndThoseThatDoNotFitTheAnswerAreRefused() {
        notation.date("31/03/2024");
        notation.date("03/31/2024");
        assertThat(notation.questions()).hasSize(1);

        var answered = new Notation(new Conventions(Optional.of(DateOrder.DAY_FIRST), Optional.empty(), Map.of()));

        assertThat(answered.date("31/03/2024").day()).isEqualTo("2024-03-31");
        assertThatThrownBy(() -> answered.date("03/31/2024")).isInstanceOf(Refusal.class);
        assertThat(answered.questions()).isEmpty();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1900, 1, 1).toEpochDay(),
                        LocalDate.of(2100, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Property
    void aDateIsReadAsItWasWrittenOnceTheOrderIsKnown(@ForAll("days") LocalDate day) {
        for (DateOrder order : DateOrder.values()) {
            var known = new Notation(new Conventions(Optional.of(order), Optional.empty(), Map.of()));
            String pattern = order == DateOrder.DAY_FIRST ? "d.M.uuuu" : "MM/dd/uuuu";
            assertThat(known.date(DateTimeFormatter.ofPattern(pattern).format(day))
                            .day())
                    .isEqualTo(day);
            assertThat(known.date(DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US)
                                    .format(day))
                            .day())
                    .isEqualTo(day);
            assertThat(known.date(day.toString()).day()).isEqualTo(day);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80        | 80",
                "-3        | -3",
                "+3        | 3",
                "80.5      | 80.5",
                "80,5      | 80.5",
                "0,125     | 0.125",
                "1.234,5   | 1234.5",
                "1,234.5   | 1234.5",
                "1,234,567 | 1234567",
                "1.234.567 | 1234567",
                "1 234,5   | 1234.5",
                "1'234.5   | 1234.5",
                ".5        | 0.5",
            })
    void numbersAreReadWithPointAndWithComma(String written, BigDecimal number) {
        assertThat(notation.number(written)).isEqualByComparingTo(number);
        assertThat(notation.questions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1.2.3,4,5",
                "1,23,456",
                "12-3",
                "1e9",
                "NaN",
                "1234567890123456789012345678901",
                "1,2345.5",
                "٣"
            })
    void whatIsNoNumberIsRefused(String written) {
        assertThatThrownBy(() -> notation.number(written)).isInstanceOf(Refusal.class);
    }

    @Test
    void aNumberThatMayBeThousandsIsAskedForUnlessAnotherOneDecides() {
        notation.number("80,500");
        assertThat(notation.questions())
                .containsExactly(new Question("decimals", List.of("80,500"), List.of("point", "comma")));

        notation.number("81,5");

        assertThat(notation.questions()).isEmpty();
        var learnt = new Notation(notation.learnt());
        assertThat(learnt.number("80,500")).isEqualByComparingTo("80.5");
        assertThat(learnt.number("1.200")).isEqualByComparingTo("1200");
        assertThatThrownBy(() -> learnt.number("81.5")).isInstanceOf(Refusal.class);
    }

    @Property
    void aNumberIsReadAsItWasWrittenInBothNotations(
            @ForAll @BigRange(min = "-999999", max = "999999") @Scale(4) BigDecimal number) {
        for (DecimalMark mark : DecimalMark.values()) {
            var known = new Notation(new Conventions(Optional.empty(), Optional.of(mark), Map.of()));
            String grouped = "%,.4f".formatted(number);
            String written = mark == DecimalMark.POINT
                    ? grouped
                    : grouped.replace(',', ' ').replace('.', ',').replace(' ', '.');
            assertThat(known.number(written)).isEqualByComparingTo(number);
            assertThat(known.number(number.toPlainString().replace('.', mark.mark())))
                    .isEqualByComparingTo(number);
        }
    }

    @ParameterizedTest
    @CsvSource({"80.5 kg, 80.5, kg", "177.5lbs, 177.5, lb", "'18,2 %', 18.2, %", "80, 80,", "'1 234 m', 1234, m"})
    void anAmountMayHaveItsUnitBesideIt(String written, BigDecimal number, String unit) {
        Amount amount = notation.amount(written);

        assertThat(amount.number()).isEqualByComparingTo(number);
        assertThat(amount.unit()).isEqualTo(Optional.ofNullable(unit));
    }

    @Test
    void aUnitThatNothingTellsIsAskedForOnce() {
        assertThat(notation.unit("mass", new BigDecimal("180.5"), List.of("kg", "lb")))
                .isEqualTo("kg");
        for (String number : List.of("180.5", "181", "182", "183")) {
            notation.unit("mass", new BigDecimal(number), List.of("kg", "lb"));
        }
        assertThat(notation.questions())
                .containsExactly(new Question("mass", List.of("180.5", "181", "182"), List.of("kg", "lb")));

        var answered = new Notation(
                new Conventions(Optional.empty(), Optional.empty(), Map.of("mass", "lb", "length", "ell")));

        assertThat(answered.unit("mass", BigDecimal.ONE, List.of("kg", "lb"))).isEqualTo("lb");
        answered.unit("length", BigDecimal.ONE, List.of("cm", "in"));
        assertThat(answered.questions()).extracting(Question::about).containsExactly("length");
    }

    @Test
    void textIsTakenAsItIsWithoutWhatCannotBeShown() {
        assertThat(notation.text(" leg\u0007 day\n2 ")).isEqualTo("leg day\n2");
        assertThatThrownBy(() -> notation.text("x".repeat(2001))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> notation.text("\uFFFD")).isInstanceOf(Refusal.class);
    }

    @Test
    void aDayWithoutATimeIsItsNoonButNeverInTheFuture() {
        ZoneId zone = ZoneId.of("Pacific/Kiritimati");
        Clock morning = Clock.fixed(Instant.parse("2024-03-30T20:00:00Z"), ZoneOffset.UTC);
        ParsedDateTime day = ParsedDateTime.of(LocalDate.of(2024, 3, 31));

        assertThat(day.instant(zone, morning)).isEqualTo("2024-03-30T20:00:00Z");
        assertThat(day.instant(zone, Clock.offset(morning, java.time.Duration.ofDays(2))))
                .isEqualTo("2024-03-30T22:00:00Z");
        assertThat(notation.date("2024-03-31T07:00:00+02:00").instant(zone, morning))
                .isEqualTo("2024-03-31T05:00:00Z");
        assertThat(notation.date("2024-03-31 07:00").key()).isEqualTo("2024-03-31T07:00");
    }
}
