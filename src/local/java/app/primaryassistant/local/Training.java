package app.primaryassistant.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Shows the Java runtime what the program does, so that it can write its AOT cache: starts the program as the container
 * does, against a database of its own with the demo's three years, sends the requests that people send, and stops it, whereupon
 * the cache is written. The cache has the classes of the server, and how often their methods ran and what they met there.
 */
public final class Training {

    /** As the command that starts the server takes it. */
    private static final int PORT = Integer.parseInt(System.getenv().getOrDefault("WEB_PORT", "8000"));

    /** How often each request is sent. */
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
            "api/v1/exercises/SQUAT/history?limit=10",
            "api/v1/exercises/last-sets?exercise=SQUAT",
            "api/v1/workouts",
            "api/v1/workouts/current",
            "api/v1/workouts/recent?n=5",
            "api/v1/workouts/volume?weeks=26",
            "api/v1/workouts/statistics",
            "api/v1/strength/muscles",
            "api/v1/strength/exercises/SQUAT",
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
                Demo.prepare(database, ZoneOffset.UTC, LocalDate.now(ZoneOffset.UTC));
                exercise(server.uri(), squat(database));
                server.process().destroy();
                if (!server.process().waitFor(3, TimeUnit.MINUTES)) {
                    throw new IOException("The server does not stop:\n" + Files.readString(log));
                }
            }
            System.out.println(Files.readString(log).lines().filter(line -> line.contains("AOTCache")).findAny().orElse(""));
        }
    }

    private static String squat(Database database) throws SQLException {
        try (var connection = database.asOwner();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select id from exercise where slug = 'barbell-squat'")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void exercise(URI program, String squat) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            send(client, request(program, "api/v1/auth/sign-up", "").POST(json(credentials("trainee"))));
            String session = session(client, program);
            for (int round = 0; round < ROUNDS; round++) {
                if (round % 10 == 0) {
                    session = session(client, program);
                    bring(client, program, session, round);
                }
                send(client, request(program, "api/v1/check-ins", session).POST(checkIn(round)));
                send(client, request(program, "api/v1/workouts", session).POST(workout(round, squat)));
                for (String path : PATHS) {
                    send(client, request(program, path.replace("SQUAT", squat), session));
                }
            }
        }
    }

    /** Signs in whoever has three years of data, and returns the cookie. */
    private static String session(HttpClient client, URI program) throws IOException, InterruptedException {
        var signIn = request(program, "api/v1/auth/sign-in", "").POST(json(credentials(Demo.NAME)));
        return send(client, signIn)
                .headers()
                .firstValue("Set-Cookie")
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .orElseThrow();
    }

    /** Brings a file, which is read and applied beside the requests, and waits for it. */
    private static void bring(HttpClient client, URI program, String session, int round) throws IOException, InterruptedException {
        var file = request(program, "api/v1/imports", session)
                .setHeader("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(file(round)));
        String path = URI.create(send(client, file).headers().firstValue("Location").orElseThrow())
                .getPath()
                .substring(1);
        await(client, request(program, path, session), "ready");
        send(client, request(program, path + "/application", session).POST(json("")));
        await(client, request(program, path, session), "applied");
    }

    private static void await(HttpClient client, HttpRequest.Builder request, String state)
            throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (send(client, request).body().contains("\"state\":\"" + state + "\"")) {
                return;
            }
            // The program is another process, and tells nobody when an import is done: it is asked, as its page asks.
            Thread.sleep(100);
        }
        throw new IOException("The import is not " + state + " after a minute");
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

    private static String credentials(String name) {
        return "{\"name\": \"%s\", \"password\": \"%s\"}".formatted(name, Demo.PASSWORD);
    }

    /** Another day in each round, all of them in the years before the demo's. */
    private static LocalDate day(int round) {
        return LocalDate.of(2020, 1, 1).plusDays(round);
    }

    private static HttpRequest.BodyPublisher checkIn(int round) {
        return json(
                """
                {"localDate": "%s", "values": [{"metric": "weight", "value": 80.%d}, {"metric": "body-fat", "value": 20}]}
                """
                        .formatted(day(round), round % 10));
    }

    private static HttpRequest.BodyPublisher workout(int round, String squat) {
        String sets = IntStream.rangeClosed(1, 5)
                .mapToObj(set -> "{\"id\": \"%s\", \"reps\": 5, \"weight\": %d}".formatted(UUID.randomUUID(), 60 + set * 10))
                .collect(Collectors.joining(", "));
        return json(
                """
                {"localDate": "%1$s", "startedAt": "%1$sT17:00:00Z", "endedAt": "%1$sT18:00:00Z", "zone": "UTC", "type": "strength",
                 "exercises": [{"id": "%2$s", "exerciseId": "%3$s", "sets": [%4$s]}]}
                """
                        .formatted(day(round), UUID.randomUUID(), squat, sets));
    }

    /** A log of 200 sets. */
    private static String file(int round) {
        return "Date,Workout Name,Duration,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds,RPE\n"
                + IntStream.range(0, 200)
                        .mapToObj(set -> "%s 07:30:00,Legs,1h,Barbell Squat,%d,100,5,0,0,8\n"
                                .formatted(day(round).minusYears(5).plusDays(set / 4), set % 4 + 1))
                        .collect(Collectors.joining());
    }

    private static HttpRequest.BodyPublisher json(String body) {
        return HttpRequest.BodyPublishers.ofString(body);
    }
}
