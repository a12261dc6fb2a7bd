package app.primaryassistant.imports.boundary;

import app.primaryassistant.imports.entity.Findings;
import app.primaryassistant.imports.entity.Question;
import app.primaryassistant.imports.entity.StoredImport;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import as it stands: what has to be answered, what would come of it, how far it is, and what it has brought. */
public record ImportView(
        UUID id,
        Instant createdAt,
        @Nullable String fileName,
        String format,
        String state,
        int rows,
        Given answers,
        List<Question> questions,
        List<String> assumed,
        List<NameView> exercises,
        Findings.@Nullable Preview preview,
        Findings.@Nullable Unusual unusual,
        @Nullable Progress progress,
        StoredImport.@Nullable Result result,
        @Nullable String error) {

    boolean isAnalysing() {
        return state.equals(key(StoredImport.State.ANALYSING));
    }

    /** What was answered, but for the names, which say it themselves. */
    public record Given(
            @Nullable String dates,
            @Nullable String decimals,
            Map<String, String> units,
            @Nullable String changed) {}

    /** An exercise's name in the file. {@code match} is same, similar, answered, own or open. */
    public record NameView(
            String name, long sets, String match, @Nullable Exercise exercise, List<Candidate> candidates) {}

    /** What it is taken for. */
    public record Exercise(UUID id, String name) {}

    /** What it may be, with the similarity of the names from 0 to 1. */
    public record Candidate(UUID id, String name, boolean own, BigDecimal similarity) {}

    /** Lines of the file that are read or written. */
    public record Progress(int done, int total) {}

    static ImportView from(StoredImport stored) {
        Findings findings = stored.findings();
        return new ImportView(
                stored.id(),
                stored.createdAt(),
                stored.fileName().orElse(null),
                stored.format(),
                key(stored.state()),
                findings.rows(),
                new Given(
                        stored.answers().dates(),
                        stored.answers().decimals(),
                        stored.answers().units(),
                        stored.answers().changed()),
                findings.questions(),
                Optional.ofNullable(findings.assumed()).orElse(List.of()),
                findings.names().stream().map(ImportView::name).toList(),
                findings.preview(),
                findings.unusual(),
                stored.isInWork() ? new Progress(stored.done(), stored.total()) : null,
                stored.result().orElse(null),
                stored.error().orElse(null));
    }

    private static NameView name(Findings.FoundName name) {
        return new NameView(
                name.name(),
                name.sets(),
                key(name.match()),
                name.exercise() == null || name.exerciseName() == null
                        ? null
                        : new Exercise(name.exercise(), name.exerciseName()),
                name.candidates().stream()
                        .map(of -> new Candidate(of.id(), of.name(), of.own(), of.similarity()))
                        .toList());
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
