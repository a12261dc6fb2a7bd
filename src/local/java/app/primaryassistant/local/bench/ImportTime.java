package app.primaryassistant.local.bench;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Imports a history of training, which no single request does: the file is analyzed, shown, and then applied. */
final class ImportTime {

    private static final List<String> EXERCISES =
            List.of("Barbell Squat", "Barbell Deadlift", "Barbell Curl", "Pullups", "Plank");

    private final Bench bench;

    ImportTime(Bench bench) {
        this.bench = bench;
    }

    /**
     * Returns how long it took and what it cost, in a sentence.
     *
     * @param rows sets, 20 a day
     */
    String run(int rows) throws IOException, InterruptedException {
        int account = bench.accounts().writers().last();
        Path file = Files.createTempFile("history", ".csv");
        try {
            Files.writeString(file, history(rows));
            ProcessorTime before = ProcessorTime.of(bench.stack());
            long begun = System.nanoTime();
            JsonObject standing = bench.client().post("/api/v1/imports?name=history.csv", account, file);
            String path = "/api/v1/imports/" + standing.get("id").getAsString();
            after("analysing", standing, path, account);
            double analyzed = secondsSince(begun);
            bench.client().post(path + "/application", account);
            standing = after("applying", bench.client().get(path, account), path, account);
            double applied = secondsSince(begun);
            if (!standing.get("state").getAsString().equals("applied")) {
                throw new IOException("The import is not applied: " + standing);
            }
            ProcessorTime used = ProcessorTime.of(bench.stack()).since(before);
            return "An import of %s rows: %s s, %s of them until its preview; %s s of the server's processor time, %s s of the database's"
                    .formatted(
                            Report.number(rows, 0),
                            Report.number(applied, 1),
                            Report.number(analyzed, 1),
                            Report.number(used.serverMicros() / 1e6, 1),
                            Report.number(used.databaseMicros() / 1e6, 1));
        } finally {
            Files.delete(file);
        }
    }

    private JsonObject after(String state, JsonObject first, String path, int account) throws IOException, InterruptedException {
        JsonObject standing = first;
        while (standing.get("state").getAsString().equals(state)) {
            TimeUnit.MILLISECONDS.sleep(100);
            standing = bench.client().get(path, account);
        }
        return standing;
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static String history(int rows) {
        var text = new StringBuilder("Date,Workout Name,Duration,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds,RPE\n");
        for (int i = 0; i < rows; i++) {
            text.append("%s 07:30:00,Day %d,1h,%s,%d,%d.5,8,0,0,8\n"
                    .formatted(
                            LocalDate.of(2000, 1, 1).plusDays(i / 20),
                            i / 20 % 7,
                            EXERCISES.get(i / 4 % EXERCISES.size()),
                            i % 4 + 1,
                            40 + i % 100));
        }
        return text.toString();
    }
}
