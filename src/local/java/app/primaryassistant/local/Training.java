package app.primaryassistant.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Shows the Java runtime what the program does, so that it can write its AOT cache: starts the program as the container
 * does, against a database of its own, sends the requests that people send, and stops it, whereupon the cache is written.
 */
public final class Training {

    private static final int PORT = 8000;
    private static final int ROUNDS = 20;

    private static final List<String> PATHS = List.of(
            "",
            "measurements/",
            "health/ready",
            "openapi",
            "api/v1/auth/state",
            "api/v1/profile",
            "api/v1/metrics",
            "api/v1/metrics/weight/trend",
            "api/v1/measurements?limit=20",
            "api/v1/measurements/summary",
            "api/v1/body-composition",
            "api/v1/exercises?q=sqaut",
            "api/v1/exercises/definitions",
            "api/v1/workouts",
            "api/v1/workouts/current",
            "api/v1/workouts/statistics",
            "api/v1/strength/muscles",
            "api/v1/strength/records",
            "api/v1/load",
            "api/v1/load/calendar",
            "api/v1/load/streak",
            "api/v1/programs",
            "api/v1/enrolments/current",
            "api/v1/sessions",
            "api/v1/tokens");

    private Training() {}

    /** @param arguments the command that starts the server, with its options */
    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("training");
        try (Database database = Database.temporaryByRealClock(directory)) {
            Map<String, String> environment = new HashMap<>(database.environment());
            environment.put("STORAGE_DIRECTORY", directory.resolve("storage").toString());
            environment.put("REGISTRATION", "open");
            Path log = directory.resolve("server.log");
            try (Server server = Server.run(List.of(arguments), PORT, environment, log)) {
                server.awaitReady();
                exercise(server.uri());
                server.process().destroy();
                if (!server.process().waitFor(3, TimeUnit.MINUTES)) {
                    throw new IOException("The server does not stop:\n" + Files.readString(log));
                }
            }
            System.out.println(Files.readString(log).lines().filter(line -> line.contains("AOTCache")).findAny().orElse(""));
        }
    }

    private static void exercise(URI program) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var signUp = request(program, "api/v1/auth/sign-up", "")
                    .POST(json("{\"name\": \"trainee\", \"password\": \"correct horse battery\"}"));
            String session = send(client, signUp)
                    .headers()
                    .firstValue("Set-Cookie")
                    .map(cookie -> cookie.replaceFirst(";.*", ""))
                    .orElseThrow();
            for (int round = 0; round < ROUNDS; round++) {
                send(client, request(program, "api/v1/check-ins", session).POST(checkIn(round)));
                send(client, request(program, "api/v1/workouts", session).POST(workout(round)));
                for (String path : PATHS) {
                    send(client, request(program, path, session));
                }
            }
        }
    }

    private static HttpRequest.Builder request(URI program, String path, String session) {
        return HttpRequest.newBuilder(program.resolve("/" + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Origin", program.resolve("/").toString().replaceFirst("/$", ""))
                .header("Content-Type", "application/json")
                .header("Cookie", session);
    }

    /** Fails where the program refuses: what it does not do is not learnt. */
    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new IOException(response.uri() + " answers " + response.statusCode() + ": " + response.body());
        }
        return response;
    }

    private static HttpRequest.BodyPublisher checkIn(int round) {
        return json(
                """
                {"localDate": "2024-03-%02d", "values": [{"metric": "weight", "value": 80.%d}, {"metric": "body-fat", "value": 20}]}
                """
                        .formatted(round + 1, round % 10));
    }

    private static HttpRequest.BodyPublisher workout(int round) {
        return json(
                """
                {"localDate": "2024-03-%1$02d", "startedAt": "2024-03-%1$02dT17:00:00Z", "type": "cardio", "durationSeconds": 1800}
                """
                        .formatted(round + 1));
    }

    private static HttpRequest.BodyPublisher json(String body) {
        return HttpRequest.BodyPublishers.ofString(body);
    }
}
