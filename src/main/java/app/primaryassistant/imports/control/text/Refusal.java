package app.primaryassistant.imports.control.text;

/** Thrown for a row, or one value of it, that cannot be taken over; its words are for the person whose file it is. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Refusal(String words) {
        // There may be one for each row of a file, and where it was thrown tells nobody anything.
        super(words, null, false, false);
    }

    /** What is wrong, as a sentence. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** A predicate such as "must be a whole number" as a sentence. */
    public static String sentence(String predicate) {
        return Character.toUpperCase(predicate.charAt(0)) + predicate.substring(1) + ".";
    }
}
