package app.primaryassistant.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The reads of the training pages that add up most, one at a time: what somebody waits for who is alone on the server. */
final class HeavyReads {

    private static final int ACCOUNTS = 50;
    private static final int REPETITIONS = 200;

    private static final List<String> PATHS = List.of(
            "strength/exercises/SQUAT",
            "strength/exercises/PULLUPS",
            "strength/muscles?weeks=26",
            "strength/records",
            "load?days=1095",
            "load/calendar",
            "load/streak",
            "workouts/statistics?days=90",
            "workouts/volume?weeks=156",
            "exercises/SQUAT/history?limit=10",
            "workouts/recent?n=5");

    private HeavyReads() {}

    /** Asks for each as the accounts of {@code seed.sql} in turn, and prints how long the answers took. */
    static void time(URI server, Database database) throws IOException, InterruptedException, SQLException {
        String squat = exercise(database, "barbell-squat");
        String pullUps = exercise(database, "pullups");
        System.out.printf("%n%-40s %9s %9s%n", "One at a time, over three years", "p50 ms", "p95 ms");
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : PATHS) {
                URI asked = server.resolve("/api/v1/" + path.replace("SQUAT", squat).replace("PULLUPS", pullUps));
                double[] millis = new double[REPETITIONS];
                for (int i = -ACCOUNTS; i < REPETITIONS; i++) {
                    millis[Math.max(0, i)] = millis(client, asked, 1 + Math.floorMod(i, ACCOUNTS));
                }
                Arrays.sort(millis);
                System.out.printf(Locale.ROOT, "%-40s %9.1f %9.1f%n", path, millis[REPETITIONS / 2], millis[REPETITIONS * 95 / 100]);
            }
        }
    }

    private static double millis(HttpClient client, URI asked, int account) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(asked)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer bench-" + account)
                .build();
        long began = System.nanoTime();
        var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() >= 400) {
            throw new IOException(asked.getPath() + " answers " + response.statusCode());
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private static String exercise(Database database, String slug) throws SQLException {
        try (var owner = database.asOwner();
                var statement = owner.prepareStatement("select cast(id as text) from exercise where slug = ?")) {
            statement.setString(1, slug);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
