package app.primaryassistant.imports.entity;

import app.primaryassistant.platform.vocabulary.Keyed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An import as it stands.
 *
 * @param done lines of the file that were read or written so far, of {@code total}
 * @param stepAt when it last went on
 * @param fileName what the file was called where it came from
 */
public record StoredImport(
        UUID id,
        Instant createdAt,
        ZoneId zone,
        String format,
        State state,
        Answers answers,
        Findings findings,
        Optional<Result> result,
        Optional<String> error,
        int done,
        int total,
        Instant stepAt,
        Optional<String> fileName) {

    /** Whether a server is to work on it, as long as it is not called off. */
    public boolean isInWork() {
        return state == State.ANALYSING || state == State.APPLYING;
    }

    /** How far it has come. */
    public enum State implements Keyed {
        /** It is being read. */
        ANALYSING,
        /** It cannot be read. */
        REFUSED,
        /** Something has to be answered. */
        ASKED,
        /** It can be applied. */
        READY,
        APPLYING,
        APPLIED,
        UNDONE;

        @Override
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What it has written.
     *
     * @param replaced of the workouts, those that took the place of what an earlier file had brought
     */
    public record Result(long measurements, long workouts, long sets, long ownExercises, long replaced) {}
}
