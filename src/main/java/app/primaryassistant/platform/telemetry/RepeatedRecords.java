package app.primaryassistant.platform.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets the first warning of a kind through and counts those that follow it. In an outage of the database each request fails
 * alike, and the traces of a few thousand would push out everything else that the log holds.
 *
 * <p>Two are of a kind if logger, level, class of the exception and text agree, but for numbers and ids. What the program
 * itself says is counted only where it says so by {@link #COUNTED}: each of its other lines is about something else.
 */
public final class RepeatedRecords implements Filter {

    /** Begins the names of the loggers of this program. */
    private static final String PROGRAM = "app.primaryassistant.";

    /** The logger that says which answers the program cannot give just now. */
    public static final String COUNTED = PROGRAM + "platform.problem.unavailable";

    /** More than there are at once; beyond it nothing is held back. */
    private static final int MOST_KINDS = 500;

    private static final int LONGEST_TEXT = 200;
    private static final Pattern VARYING = Pattern.compile("[0-9a-f]{32}|[0-9]+");

    /** The server's messages are the names of texts in its bundles. */
    private static final Formatter WORDS = new SimpleFormatter();

    private final @Nullable Filter inner;
    private final Map<Kind, Repeated> repeated = new ConcurrentHashMap<>();

    /** @param inner what the handler has filtered by so far */
    RepeatedRecords(@Nullable Filter inner) {
        this.inner = inner;
    }

    private record Kind(String logger, Level level, String thrown, String text) {

        static Kind of(LogRecord record) {
            Throwable thrown = record.getThrown();
            return new Kind(
                    String.valueOf(record.getLoggerName()),
                    record.getLevel(),
                    thrown == null ? "" : thrown.getClass().getName(),
                    VARYING.matcher(shortened(String.valueOf(record.getMessage())))
                            .replaceAll("#"));
        }
    }

    /** How often a kind has come since it was last said, and the one that was logged. */
    private record Repeated(LogRecord first, AtomicLong more) {}

    /** Says how often something was left out, and is never left out itself. */
    private static final class Count extends LogRecord {
        private static final long serialVersionUID = 1;

        Count(LogRecord first, long times) {
            super(
                    first.getLevel(),
                    "%d more like this in the last minute: %s".formatted(times, shortened(WORDS.formatMessage(first))));
            setLoggerName(first.getLoggerName());
        }
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        if (inner != null && !inner.isLoggable(record)) {
            return false;
        }
        if (!isCounted(record) || repeated.size() >= MOST_KINDS) {
            return true;
        }
        Repeated kind = repeated.computeIfAbsent(Kind.of(record), fresh -> new Repeated(record, new AtomicLong()));
        if (kind.first().equals(record)) {
            return true;
        }
        kind.more().incrementAndGet();
        return false;
    }

    private static boolean isCounted(LogRecord record) {
        String logger = String.valueOf(record.getLoggerName());
        return record.getLevel().intValue() >= Level.WARNING.intValue()
                && !(record instanceof Count)
                && (!logger.startsWith(PROGRAM) || logger.equals(COUNTED));
    }

    /** To be called each minute: a record for each kind that has come again. One that has not is forgotten, and new when it comes. */
    List<LogRecord> counts() {
        List<LogRecord> counts = new ArrayList<>();
        repeated.forEach((kind, repetition) -> {
            long times = repetition.more().getAndSet(0);
            if (times > 0) {
                counts.add(new Count(repetition.first(), times));
            } else {
                repeated.remove(kind);
            }
        });
        return counts;
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }
}
