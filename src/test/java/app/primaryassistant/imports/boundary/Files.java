package app.primaryassistant.imports.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Bringing files, as a person does it. */
public final class Files {

    public static final String WEIGHTS = """
            Date;Time;Weight (kg);Body fat;Note
            31.03.2024;07:12;80,5;18,2;"slept
            well"
            01.04.2024;07:10;80,4;;
            02.04.2024;07:10;8000;;
            """;

    public static final String STRONG = """
            Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;\
            Workout Notes;Workout Duration
            "2024-03-31 07:30:00";"Push";"Deadlift (Barbell)";W;40;kg;10;;0;;0;"=slow";"felt good";1h 5m
            "2024-03-31 07:30:00";"Push";"Deadlift (Barbell)";1;185;lbs;5;8.5;0;;0;"";"felt good";1h 5m
            "2024-03-31 07:30:00";"Push";"My Odd Lift";1;20;kg;5;;0;;0;"";"felt good";1h 5m
            "2024-04-02 18:00:00";"Run";"Running Outdoors";1;0;kg;0;;5;km;1800;"";"";35m
            """;

    public static final String SQUATS = """
            Date,Workout Name,Duration,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds,RPE
            2024-03-31 07:30:00,Legs,1h,Barbell Squat,1,100,5,0,0,8
            2024-04-01 07:30:00,Legs,1h,Barbell Squat,1,100,5,0,0,8
            """;

    /** The same a week later, after a set had been added to the first workout there. */
    public static final String MORE_SQUATS = """
            Date,Workout Name,Duration,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds,RPE
            2024-03-31 07:30:00,Legs,1h,Barbell Squat,1,100,5,0,0,8
            2024-03-31 07:30:00,Legs,1h,Barbell Squat,2,105.5,5,0,0,9
            2024-04-01 07:30:00,Legs,1h,Barbell Squat,1,100,5,0,0,8
            2024-04-08 07:30:00,Legs,1h,Barbell Squat,1,102.5,5,0,0,8
            """;

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private Files() {}

    public static Response upload(Api person, String text) {
        return upload(person, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Brings it and waits until it was read, if that goes on beside the request. */
    public static Response upload(Api person, byte[] bytes) {
        Response brought = post(person, bytes);
        return brought.statusCode() == 202 ? read(person, brought.path("id")) : brought;
    }

    public static Response post(Api person, byte[] bytes) {
        return person.request().contentType("text/csv").body(bytes).post("imports");
    }

    /** Looks at it until it was read. */
    public static Response read(Api person, String id) {
        return until(person, id, standing -> !standing.path("state").equals("analysing"));
    }

    /** Brings a file that leaves nothing open, and returns its id. */
    public static String ready(Api person, String text) {
        Response brought = upload(person, text);
        assertThat(brought.<String>path("state")).as(brought.asString()).isEqualTo("ready");
        return brought.path("id");
    }

    /** So many lifts of a file that takes longer to be read than its request waits. */
    public static byte[] manySets(int sets) {
        var text = new StringBuilder(
                "Date,Workout Name,Duration,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds,RPE\n");
        for (int i = 0; i < sets; i++) {
            text.append("%s 07:30:00,D,1h,Barbell Squat,%d,40,8,0,0,8\n"
                    .formatted(LocalDate.of(1990, 1, 1).plusDays(i / 20), i % 20 + 1));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Applies it, and requires that all went well. */
    public static Response applied(Api person, String id) {
        Response standing = ended(person, id);
        assertThat(standing.<String>path("state")).as(standing.asString()).isEqualTo("applied");
        return standing;
    }

    /** Applies it and waits for its end. */
    public static Response ended(Api person, String id) {
        Response begun = person.post("imports/" + id + "/application");
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
        return until(person, id, standing -> !standing.path("state").equals("applying"));
    }

    /** Looks at it again and again, for as long as a busy machine may take. */
    public static Response until(Api person, String id, Predicate<Response> isSo) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(INTERVAL)
                .until(() -> person.get("imports/" + id), isSo);
    }
}
