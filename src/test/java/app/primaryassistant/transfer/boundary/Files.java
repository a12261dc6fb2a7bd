package app.primaryassistant.transfer.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Bringing files, as a person does it. */
final class Files {

    static final String WEIGHTS =
            """
            Date;Time;Weight (kg);Body fat;Note
            31.03.2024;07:12;80,5;18,2;"slept
            well"
            01.04.2024;07:10;80,4;;
            02.04.2024;07:10;8000;;
            """;

    static final String STRONG =
            """
            Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;\
            Workout Notes;Workout Duration
            "2024-03-31 07:30:00";"Push";"Deadlift (Barbell)";W;40;kg;10;;0;;0;"=slow";"felt good";1h 5m
            "2024-03-31 07:30:00";"Push";"Deadlift (Barbell)";1;185;lbs;5;8.5;0;;0;"";"felt good";1h 5m
            "2024-03-31 07:30:00";"Push";"My Odd Lift";1;20;kg;5;;0;;0;"";"felt good";1h 5m
            "2024-04-02 18:00:00";"Run";"Running Outdoors";1;0;kg;0;;5;km;1800;"";"";35m
            """;

    static final String SQUATS =
            """
            Date,Workout Name,Duration,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds,RPE
            2024-03-31 07:30:00,Legs,1h,Barbell Squat,1,100,5,0,0,8
            2024-04-01 07:30:00,Legs,1h,Barbell Squat,1,100,5,0,0,8
            """;

    /** The same a week later, after a set had been added to the first workout there. */
    static final String MORE_SQUATS =
            """
            Date,Workout Name,Duration,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds,RPE
            2024-03-31 07:30:00,Legs,1h,Barbell Squat,1,100,5,0,0,8
            2024-03-31 07:30:00,Legs,1h,Barbell Squat,2,105.5,5,0,0,9
            2024-04-01 07:30:00,Legs,1h,Barbell Squat,1,100,5,0,0,8
            2024-04-08 07:30:00,Legs,1h,Barbell Squat,1,102.5,5,0,0,8
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Files() {}

    static Response bring(Api person, String text) {
        return bring(person, text.getBytes(StandardCharsets.UTF_8));
    }

    static Response bring(Api person, byte[] bytes) {
        return person.request().contentType("text/csv").body(bytes).post("imports");
    }

    /** Brings a file that leaves nothing open, and returns its id. */
    static String ready(Api person, String text) {
        Response brought = bring(person, text);
        assertThat(brought.statusCode()).as(brought.asString()).isEqualTo(201);
        assertThat(brought.<String>path("state")).as(brought.asString()).isEqualTo("ready");
        return brought.path("id");
    }

    /** Applies it, and requires that all went well. */
    static Response applied(Api person, String id) {
        Response standing = ended(person, id);
        assertThat(standing.<String>path("state")).as(standing.asString()).isEqualTo("applied");
        return standing;
    }

    /** Applies it and waits for its end. */
    static Response ended(Api person, String id) {
        Response begun = person.post("imports/" + id + "/application");
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> person.get("imports/" + id), standing -> !standing.path("state").equals("applying"));
    }
}
