package app.primaryassistant.local.bench;

import java.util.UUID;

/**
 * The accounts of {@code src/bench/seed.sql}, by their numbers.
 *
 * @param years how many years of data each has
 */
record Accounts(int first, int last, int years) {

    private static final int WRITERS = 50;

    /** As many to read from as are said, and some more to write to. */
    static Accounts of(int readers, int years) {
        return new Accounts(1, readers + WRITERS, years);
    }

    Accounts readers() {
        return new Accounts(first, last - WRITERS, years);
    }

    Accounts writers() {
        return new Accounts(last - WRITERS + 1, last, years);
    }

    /** The id of the account with this number, and of its workout in progress. */
    static UUID id(int number) {
        return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(number));
    }
}
