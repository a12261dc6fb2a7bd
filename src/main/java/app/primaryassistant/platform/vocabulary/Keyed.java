package app.primaryassistant.platform.vocabulary;

import java.util.Arrays;
import java.util.Optional;

/** A term of a vocabulary, implemented by enums. */
public interface Keyed {

    /** Its name in the database and in the API. */
    String key();

    /** The term of a vocabulary that has this key. */
    static <E extends Enum<E> & Keyed> Optional<E> find(Class<E> vocabulary, String key) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .filter(term -> term.key().equals(key))
                .findFirst();
    }

    /**
     * The term of a vocabulary that has this key.
     *
     * @throws IllegalArgumentException if there is none
     */
    static <E extends Enum<E> & Keyed> E of(Class<E> vocabulary, String key) {
        return find(vocabulary, key)
                .orElseThrow(() -> new IllegalArgumentException(vocabulary.getSimpleName() + " has no " + key));
    }
}
