package app.primaryassistant.imports.control.text;

import app.primaryassistant.imports.entity.DateOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates as programs write them: 2024-03-31, 31.03.2024, 3/31/2024, 31 Mar 2024 and Mar 31, 2024, with or without a time. */
final class WrittenDate {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?!\\d)");
    private static final Pattern DAY_MONTH_NAME =
            Pattern.compile("(\\d{1,2})\\.? +(\\p{L}{3,9})\\.?,? +(\\d{4})(?!\\d)");
    private static final Pattern MONTH_NAME_DAY = Pattern.compile("(\\p{L}{3,9})\\.? +(\\d{1,2}),? +(\\d{4})(?!\\d)");
    private static final Pattern TIME = Pattern.compile(
            "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s*([AaPp])?\\.?(?:[Mm]\\.?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private WrittenDate() {}

    /**
     * Reads a date.
     *
     * @param order the order of the file, if it is known; else the one that fits is taken, the day first where both do
     */
    static ParsedDateTime read(String text, Optional<DateOrder> order, Tally<DateOrder> tally) {
        String stripped = text.strip();
        Matcher yearFirst = YEAR_FIRST.matcher(stripped);
        if (yearFirst.lookingAt()) {
            return when(date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3)), rest(stripped, yearFirst));
        }
        Matcher yearLast = YEAR_LAST.matcher(stripped);
        if (yearLast.lookingAt()) {
            return when(inOrder(yearLast, order, tally), rest(stripped, yearLast));
        }
        Matcher dayMonth = DAY_MONTH_NAME.matcher(stripped);
        if (dayMonth.lookingAt()) {
            return when(date(dayMonth.group(3), month(dayMonth.group(2)), dayMonth.group(1)), rest(stripped, dayMonth));
        }
        Matcher monthDay = MONTH_NAME_DAY.matcher(stripped);
        if (monthDay.lookingAt()) {
            return when(date(monthDay.group(3), month(monthDay.group(1)), monthDay.group(2)), rest(stripped, monthDay));
        }
        throw new Refusal("The date is missing or does not have a four-digit year.");
    }

    /** A time of day such as 7:12 AM or 19:30:05. */
    static LocalTime time(String text) {
        Matcher matcher = TIME.matcher(text.strip());
        if (!matcher.matches()) {
            throw new Refusal("The time must be written like 19:30 or 7:30 PM.");
        }
        return time(matcher);
    }

    private static LocalDate inOrder(Matcher numbers, Optional<DateOrder> order, Tally<DateOrder> tally) {
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(2));
        if (first > 12) {
            tally.proves(DateOrder.DAY_FIRST);
        } else if (second > 12) {
            tally.proves(DateOrder.MONTH_FIRST);
        } else if (first != second) {
            tally.leavesOpen(numbers.group());
        }
        DateOrder taken = order.orElse(second > 12 ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST);
        if ((taken == DateOrder.DAY_FIRST ? second : first) > 12) {
            throw new Refusal("The date does not match the order of day and month in this file.");
        }
        return taken == DateOrder.DAY_FIRST
                ? date(numbers.group(3), numbers.group(2), numbers.group(1))
                : date(numbers.group(3), numbers.group(1), numbers.group(2));
    }

    private static String month(String name) {
        int month = MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT));
        if (month < 0) {
            throw new Refusal("The month name is not in English.");
        }
        return Integer.toString(month + 1);
    }

    private static LocalDate date(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException noSuchDay) {
            throw new Refusal("There is no such date.");
        }
    }

    private static String rest(String text, Matcher date) {
        return text.substring(date.end())
                .replaceFirst("^(T|,?\\s+(at\\s+)?)", "")
                .strip();
    }

    private static ParsedDateTime when(LocalDate day, String rest) {
        if (rest.isEmpty()) {
            return ParsedDateTime.of(day);
        }
        Matcher matcher = TIME.matcher(rest);
        if (!matcher.matches()) {
            throw new Refusal("The time must be written like 19:30 or 7:30 PM.");
        }
        return new ParsedDateTime(
                day,
                Optional.of(time(matcher)),
                Optional.ofNullable(matcher.group(5)).map(WrittenDate::offset));
    }

    private static ZoneOffset offset(String text) {
        try {
            return ZoneOffset.of(text);
        } catch (DateTimeException noSuchOffset) {
            throw new Refusal("The UTC offset is more than 18 hours.");
        }
    }

    private static LocalTime time(Matcher matcher) {
        int hour = Integer.parseInt(matcher.group(1));
        @Nullable String half = matcher.group(4);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                throw new Refusal("The hour does not match AM or PM.");
            }
            hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        @Nullable String second = matcher.group(3);
        try {
            return LocalTime.of(
                    hour, Integer.parseInt(matcher.group(2)), second == null ? 0 : Integer.parseInt(second));
        } catch (DateTimeException noSuchTime) {
            throw new Refusal("There is no such time of day.");
        }
    }
}
