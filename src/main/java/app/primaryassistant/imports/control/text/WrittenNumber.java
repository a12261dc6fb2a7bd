package app.primaryassistant.imports.control.text;

import app.primaryassistant.imports.entity.DecimalMark;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers with a decimal point or a decimal comma, and with thousands grouped or not. */
final class WrittenNumber {

    /** More digits than any value of this program has. */
    private static final int LONGEST = 30;

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2009\\u202f'’]");
    private static final Pattern DIGITS = Pattern.compile("[+-]?[0-9]*(?:[.,][0-9]+)*");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(\\D[0-9]{3})+");

    private WrittenNumber() {}

    /**
     * Reads a number.
     *
     * @param mark the decimal mark of the file, if it is known; else a lone mark is taken as one
     */
    static BigDecimal read(String text, Optional<DecimalMark> mark, Tally<DecimalMark> tally) {
        String plain = SPACES.matcher(text).replaceAll("").replace('−', '-');
        if (plain.isEmpty()
                || plain.length() > LONGEST
                || !DIGITS.matcher(plain).matches()) {
            throw new Refusal("Not a number.");
        }
        int point = plain.lastIndexOf('.');
        int comma = plain.lastIndexOf(',');
        int last = Math.max(point, comma);
        if (last < 0) {
            return new BigDecimal(plain);
        }
        char written = plain.charAt(last);
        if (point >= 0 && comma >= 0) {
            tally.proves(DecimalMark.of(written));
            return decimal(plain, mark.orElse(DecimalMark.of(written)));
        }
        if (plain.indexOf(written) < last) {
            // More than one of the same kind: they group.
            tally.proves(DecimalMark.of(written == ',' ? '.' : ','));
            return decimal(plain, mark.orElse(DecimalMark.of(written == ',' ? '.' : ',')));
        }
        if (GROUPED.matcher(plain).matches() && !plain.replaceFirst("^[+-]", "").startsWith("0")) {
            tally.leavesOpen(text.strip());
        } else {
            tally.proves(DecimalMark.of(written));
        }
        return decimal(plain, mark.orElse(DecimalMark.of(written)));
    }

    private static BigDecimal decimal(String plain, DecimalMark mark) {
        int at = plain.indexOf(mark.mark());
        String whole = at < 0 ? plain : plain.substring(0, at);
        if (whole.indexOf(mark.grouping()) >= 0 && !GROUPED.matcher(whole).matches()) {
            throw new Refusal("Must be a number with a decimal " + mark.key() + ", like the others in this file.");
        }
        String decimals = at < 0 ? "" : plain.substring(at + 1);
        if (decimals.indexOf(mark.grouping()) >= 0 || decimals.indexOf(mark.mark()) >= 0) {
            throw new Refusal("Must be a number with a decimal " + mark.key() + ", like the others in this file.");
        }
        return new BigDecimal(
                whole.replace(String.valueOf(mark.grouping()), "") + (decimals.isEmpty() ? "" : "." + decimals));
    }
}
