package app.primaryassistant.imports.entity;

import app.primaryassistant.workouts.entity.ChangedWorkouts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a file.
 *
 * @param questions what it leaves open about how it is written
 * @param names the exercises it names, and what each is taken for
 * @param preview what it would bring; absent as long as there are questions
 * @param assumed which questions were not asked, as they had been answered for an earlier file from the same source; absent if
 *     it was looked at before there was such a memory
 * @param unusual values that are far from the others; absent without a preview, or if it was looked at before they were told
 */
public record Findings(
        int rows,
        List<Question> questions,
        List<FoundName> names,
        @Nullable Preview preview,
        @Nullable List<String> assumed,
        @Nullable Unusual unusual) {

    /** Of a file that has not been read yet. */
    public static final Findings NONE = new Findings(0, List.of(), List.of(), null, List.of(), null);

    /** What an exercise's name is taken for, and how that is known. */
    public record FoundName(
            String name,
            long sets,
            Match match,
            @Nullable UUID exercise,
            @Nullable String exerciseName,
            List<Candidate> candidates) {}

    /** How an exercise was recognised. */
    public enum Match {
        /** It is called the same. */
        SAME,
        /** It is called almost the same, and no other one is. */
        SIMILAR,
        /** Somebody said so. */
        ANSWERED,
        /** Somebody said that an own exercise is to be made of it. */
        OWN,
        /** It has to be asked. */
        OPEN
    }

    /**
     * An exercise that may be meant.
     *
     * @param similarity of the names by their trigrams, from 0 to 1
     */
    public record Candidate(UUID id, String name, boolean own, BigDecimal similarity) {}

    /**
     * What would come of it.
     *
     * @param changes absent if it was looked at before there was such a comparison
     * @param refused rows, or values of them, that are not taken over
     * @param refusals the first of them
     */
    public record Preview(
            Count measurements,
            Count workouts,
            long sets,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable ChangedWorkouts changes,
            long refused,
            List<Refusal> refusals) {}

    /**
     * Values that come in although they may be slips.
     *
     * @param first by line
     */
    public record Unusual(long all, List<UnusualValue> first) {}

    /**
     * One of them.
     *
     * @param line of the file, from 1
     * @param metric its name
     * @param value as it stands in the file
     * @param usual the middle of the values around it, in the same unit; absent where there are too few
     */
    public record UnusualValue(
            long line,
            String metric,
            LocalDate localDate,
            BigDecimal value,
            String unit,
            @Nullable BigDecimal usual) {}

    /** How many are new, and how many are there already or stand in the file twice. */
    public record Count(long added, long there) {}

    /** A line of the file, from 1, and why it is not taken over. */
    public record Refusal(long line, String reason) {}

    /** Whether there is something to answer before it can be applied. */
    public boolean isOpen() {
        return !questions.isEmpty() || names.stream().anyMatch(name -> name.match() == Match.OPEN);
    }
}
