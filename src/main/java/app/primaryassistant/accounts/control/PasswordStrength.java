package app.primaryassistant.accounts.control;

import com.nulabinc.zxcvbn.Pattern;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import java.lang.ref.SoftReference;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a password can be guessed, by zxcvbn: it knows common passwords, words, names, dates and rows of keys, and how
 * they are usually combined and disguised.
 *
 * <p>Wheeler, D.: zxcvbn: Low-Budget Password Strength Estimation. USENIX Security 2016.
 */
public final class PasswordStrength {

    /** zxcvbn's best mark of 0 to 4: it takes more than 10^10 guesses. Twelve random characters or three words have it. */
    private static final int STRONG = 4;

    /** A shorter name is a part of too many words to be forbidden in a password. */
    private static final int SHORTEST_NAME = 4;

    private static final List<String> PROGRAM =
            List.of("primary", "assistant", "primaryassistant", "fitness", "health");

    private PasswordStrength() {}

    /** The word lists take 10 MB and some 60 ms to load. They are seldom needed, and go when the heap has no room for them. */
    private static SoftReference<Zxcvbn> loaded = new SoftReference<>(null);

    private static synchronized Zxcvbn zxcvbn() {
        Zxcvbn known = loaded.get();
        if (known == null) {
            known = new Zxcvbn();
            loaded = new SoftReference<>(known);
        }
        return known;
    }

    /**
     * Says why a password is too easy to guess, and what is better; empty if it is not.
     *
     * @param names the names of the person, which others know
     */
    public static Optional<String> weakness(String password, Collection<String> names) {
        String plain = password.toLowerCase(Locale.ROOT);
        if (names.stream()
                .anyMatch(name -> name.length() >= SHORTEST_NAME && plain.contains(name.toLowerCase(Locale.ROOT)))) {
            return Optional.of("must not contain your name");
        }
        Strength strength = zxcvbn().measure(password, known(names));
        return strength.getScore() >= STRONG
                ? Optional.empty()
                : Optional.of("is too easy to guess: " + reason(strength) + ". Use a few unrelated words");
    }

    /** The names, their parts, and the words of this program. */
    private static List<String> known(Collection<String> names) {
        Stream<String> parts = names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .flatMap(name -> Stream.concat(Stream.of(name), Stream.of(name.split("[^\\p{L}\\p{N}]+"))))
                .filter(part -> part.length() > 1);
        return Stream.concat(parts, PROGRAM.stream()).distinct().toList();
    }

    /** By the longest part that is known. */
    private static String reason(Strength strength) {
        return strength.getSequence().stream()
                .filter(match -> match.pattern != Pattern.Bruteforce)
                .max(Comparator.comparingInt(match -> match.token.length()))
                .map(PasswordStrength::reason)
                .orElse("it is too short for its mix of characters");
    }

    private static String reason(Match match) {
        return switch (match.pattern) {
            case Dictionary ->
                switch (match.dictionaryName) {
                    case "user_inputs" -> "it is based on your name or this program's name";
                    case "passwords" -> "it is a common password or close to one";
                    case "male_names", "female_names", "surnames" -> "it is based on common names";
                    default -> "it is based on common words";
                };
            case Repeat -> "it repeats itself";
            case Sequence -> "it is a sequence such as abc, 6543 or 1111";
            case Spatial -> "it is a row of neighbouring keys";
            case Date, Regex -> "it is based on a date";
            case Bruteforce -> "it is too short for its mix of characters";
        };
    }
}
