package app.primaryassistant.imports.control.text;

import app.primaryassistant.imports.entity.Conventions;
import app.primaryassistant.imports.entity.DateOrder;
import app.primaryassistant.imports.entity.DecimalMark;
import app.primaryassistant.imports.entity.Question;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates and numbers of one file, and remembers what they say about how the file is written.
 *
 * <p>The first time a file is read, what is not known yet is taken as it comes, and {@link #questions()} tells what was left
 * open. The second time it is read by what was {@link #learnt()}.
 */
public final class Notation {

    private static final int LONGEST_TEXT = 2000;
    private static final int EXAMPLES = 3;

    /** Longer than any date or number, and short enough that looking for one costs nothing. */
    private static final int LONGEST_VALUE = 60;

    private static final Pattern AMOUNT =
            Pattern.compile("([+\\-−]?[0-9][0-9.,\\s\\u00a0\\u2009\\u202f'’]*|[+\\-−]?[.,][0-9]+)(\\D.*)?");

    /** Values that came without a unit, and the units they may have. */
    private record WithoutUnit(List<String> options, Set<String> examples) {

        void take(BigDecimal number) {
            if (examples.size() < EXAMPLES) {
                examples.add(number.toPlainString());
            }
        }
    }

    private final Conventions known;
    private final Tally<DateOrder> dates = new Tally<>();
    private final Tally<DecimalMark> decimals = new Tally<>();
    private final Map<String, WithoutUnit> withoutUnit = new LinkedHashMap<>();

    public Notation(Conventions known) {
        this.known = known;
    }

    /** Reads a date, with or without a time of day. */
    public ParsedDateTime date(String text) {
        return WrittenDate.read(bounded(text, "Not a date."), known.dates(), dates);
    }

    public LocalTime time(String text) {
        return WrittenDate.time(bounded(text, "Not a time of day."));
    }

    public BigDecimal number(String text) {
        return WrittenNumber.read(text, known.decimals(), decimals);
    }

    /** Reads a number that may have its unit beside it, such as {@code 80,5 kg}. */
    public Amount amount(String text) {
        Matcher matcher = AMOUNT.matcher(bounded(text, "Not a number.").strip());
        if (!matcher.matches()) {
            throw new Refusal("Not a number.");
        }
        return new Amount(
                number(matcher.group(1)),
                Optional.ofNullable(matcher.group(2))
                        .filter(unit -> !unit.isBlank())
                        .map(UnitNames::symbol));
    }

    /**
     * The unit of values that came without one.
     *
     * @param dimension what the question is about, such as {@code mass}
     * @param number one of the values
     * @param options the symbols that can be meant; the first one stands in until the answer is known
     */
    public String unit(String dimension, BigDecimal number, List<String> options) {
        return Optional.ofNullable(known.units().get(dimension))
                .filter(options::contains)
                .orElseGet(() -> {
                    withoutUnit
                            .computeIfAbsent(dimension, first -> new WithoutUnit(options, new LinkedHashSet<>()))
                            .take(number);
                    return options.getFirst();
                });
    }

    /** Text that can be stored: control characters are taken away, which say nothing, and what was lost in reading is refused. */
    public String text(String written) {
        return verbatim(written.strip());
    }

    /** The same with the white space at its ends. */
    public String verbatim(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new Refusal("The text is longer than 2,000 characters.");
        }
        if (text.indexOf('\uFFFD') >= 0) {
            throw new Refusal("The text has unreadable characters.");
        }
        return text.codePoints().allMatch(Notation::isPlain)
                ? text
                : text.codePoints()
                        .filter(Notation::isPlain)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static String bounded(String text, String otherwise) {
        if (text.length() > LONGEST_VALUE) {
            throw new Refusal(otherwise);
        }
        return text;
    }

    private static boolean isPlain(int codePoint) {
        int type = Character.getType(codePoint);
        return codePoint == '\n'
                || codePoint == '\r'
                || codePoint == '\t'
                || (type != Character.CONTROL && type != Character.SURROGATE);
    }

    /** What has been left open so far. */
    public List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        if (known.dates().isEmpty() && dates.isOpen()) {
            questions.add(new Question("dates", dates.examples(), DateOrder.keys()));
        }
        if (known.decimals().isEmpty() && decimals.isOpen()) {
            questions.add(new Question("decimals", decimals.examples(), DecimalMark.keys()));
        }
        withoutUnit.forEach(
                (dimension, of) -> questions.add(new Question(dimension, List.copyOf(of.examples()), of.options())));
        return questions;
    }

    /** What is known now: what was known before, and what the file has shown. */
    public Conventions learnt() {
        return new Conventions(
                known.dates().or(dates::decision), known.decimals().or(decimals::decision), known.units());
    }
}
