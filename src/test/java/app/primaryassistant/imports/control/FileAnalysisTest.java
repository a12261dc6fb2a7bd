package app.primaryassistant.imports.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.primaryassistant.imports.control.row.ParsedRow;
import app.primaryassistant.imports.control.row.ParsedRow.ParsedSet;
import app.primaryassistant.imports.control.row.ParsedRow.ParsedValue;
import app.primaryassistant.imports.control.row.ParsedRow.RefusedRow;
import app.primaryassistant.imports.entity.Conventions;
import app.primaryassistant.imports.entity.DateOrder;
import app.primaryassistant.imports.entity.Question;
import app.primaryassistant.metrics.control.Measurable;
import app.primaryassistant.metrics.entity.OwnMetric;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.workouts.entity.SetKind;
import app.primaryassistant.workouts.entity.WeightUnit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of each program, as their rows are understood. */
class FileAnalysisTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<Measurable> METRICS = Stream.concat(
                    Measurable.builtIn().stream(),
                    Stream.of(Measurable.of(new OwnMetric(
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            "Grip",
                            "kg",
                            0,
                            BigDecimal.ONE,
                            BigDecimal.valueOf(200),
                            Instant.EPOCH))))
            .toList();

    @TempDir
    private Path directory;

    @Test
    void strongsOldForm() throws IOException {
        var read = read("""
                Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;\
                Workout Notes;Workout Duration
                "2024-03-31 07:30:00";"Push";"Bench Press (Barbell)";W;40;kg;10;;0;;0;"";"felt
                good";1h 5m
                "2024-03-31 07:30:00";"Push";"Bench Press (Barbell)";1;185;lbs;5;8.5;0;;0;"";"felt
                good";1h 5m
                "2024-03-31 07:30:00";"Push";"Bench Press (Barbell)";Rest Timer;0;kg;0;;0;;120;"";"";1h 5m
                "2024-03-31 07:30:00";"Push";"Running";1;0;kg;0;;5,2;km;1800;"";"felt
                good";1h 5m
                """);

        assertThat(read.survey().format()).isEqualTo("strong");
        assertThat(read.survey().rows()).isEqualTo(4);
        List<ParsedSet> sets = read.sets();
        assertThat(sets).hasSize(3);
        var workout = sets.getFirst().workout();
        assertThat(workout.begun().recordedAt()).isEqualTo("2024-03-31T05:30:00Z");
        assertThat(workout.durationS()).contains(3900);
        assertThat(workout.note()).contains("felt\ngood");
        assertThat(sets)
                .extracting(set -> set.set().orElseThrow().kind())
                .containsExactly(SetKind.WARM_UP, SetKind.WORKING, SetKind.WORKING);
        assertThat(sets).extracting(set -> set.entry().orElseThrow().number()).containsExactly(1, 1, 2);
        var pounds = sets.get(1).set().orElseThrow();
        assertThat(pounds.weight().orElseThrow().kilograms()).isEqualByComparingTo("83.915");
        assertThat(pounds.weight().orElseThrow().entered()).isEqualByComparingTo("185");
        assertThat(pounds.weight().orElseThrow().unit()).isEqualTo(WeightUnit.POUND);
        assertThat(pounds.rpe().orElseThrow()).isEqualByComparingTo("8.5");
        var run = sets.get(2).set().orElseThrow();
        assertThat(run.distanceMetres().orElseThrow()).isEqualByComparingTo("5200");
        assertThat(run.durationSeconds()).contains(1800);
        assertThat(run.weight()).isEmpty();
    }

    @Test
    void strongsNewFormSaysNoUnitSoItIsAskedFor() throws IOException {
        String file = """
                Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
                2024-03-31 07:30:00,"Morning",45m,"Squat (Barbell)",1,100.0,5.0,0,0.0,"","",
                2024-03-31 07:30:00,"Morning",45m,"Squat (Barbell)",D,80.0,8.0,0,0.0,"","",
                2024-03-31 07:30:00,"Morning",45m,"Squat (Barbell)",F,80.0,3.0,0,0.0,"","",
                """;

        assertThat(read(file).survey().questions())
                .containsExactly(new Question("mass", List.of("100.0", "80.0"), List.of("kg", "lb")));

        var read = read(file, new Conventions(Optional.empty(), Optional.empty(), Map.of("mass", "lb")));
        assertThat(read.survey().questions()).isEmpty();
        assertThat(read.sets())
                .extracting(set -> set.set().orElseThrow().kind())
                .containsExactly(SetKind.WORKING, SetKind.DROP, SetKind.FAILURE);
        assertThat(read.sets())
                .allSatisfy(set -> assertThat(
                                set.set().orElseThrow().weight().orElseThrow().unit())
                        .isEqualTo(WeightUnit.POUND));
    }

    @Test
    void strongsNewestFormHasTheUnitsInItsHeader() throws IOException {
        var read = read("""
                Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE;Distance (meters);\
                Seconds;Notes;Workout Notes
                1;2024-03-31 07:30:00;Pull;3600;Row;1;60;8;;;;;
                1;2024-03-31 07:30:00;Pull;3600;Row machine;1;;;;2000;480;;
                """);

        assertThat(read.survey().questions()).isEmpty();
        assertThat(read.sets().getFirst().workout().durationS()).contains(3600);
        assertThat(read.sets().getLast().set().orElseThrow().distanceMetres().orElseThrow())
                .isEqualByComparingTo("2000");
    }

    @Test
    void hevy() throws IOException {
        var read = read("""
                "title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",\
                "set_type","weight_lbs","reps","distance_miles","duration_seconds","rpe"
                "Legs","28 Mar 2025, 17:29","28 Mar 2025, 18:29","","Squat (Barbell)",0,"slow",0,"warmup",95,10,,,
                "Legs","28 Mar 2025, 17:29","28 Mar 2025, 18:29","","Squat (Barbell)",0,"slow",1,"normal",225,5,,,9
                "Legs","28 Mar 2025, 17:29","28 Mar 2025, 18:29","","Squat (Barbell)",,"",0,"failure",135,20,,,
                "Legs","28 Mar 2025, 17:29","28 Mar 2025, 18:29","","Running",,"",0,"dropset",,,3.1,1500,
                """);

        assertThat(read.survey().format()).isEqualTo("hevy");
        assertThat(read.sets())
                .extracting(set -> set.entry().orElseThrow().number())
                .containsExactly(1, 1, 2, 3);
        assertThat(read.sets().getFirst().entry().orElseThrow().superset()).contains(1);
        assertThat(read.sets().getFirst().workout().durationS()).contains(3600);
        assertThat(read.sets().getLast().set().orElseThrow().distanceMetres().orElseThrow())
                .isEqualByComparingTo("4988.966");
        assertThat(read.sets())
                .extracting(set -> set.set().orElseThrow().kind())
                .containsExactly(SetKind.WARM_UP, SetKind.WORKING, SetKind.FAILURE, SetKind.DROP);
    }

    @Test
    void fitnotesInKilogramsAndPoundsInOneFile() throws IOException {
        var read = read("""
                Date,Exercise,Category,Weight (kgs),Weight (lbs),Reps,Distance,Distance Unit,Time,Comment
                2024-03-31,Deadlift,Back,100.0,,5,,,,heavy
                2024-03-31,Deadlift,Back,,225,5,,,,
                2024-03-31,Rowing Machine,Cardio,,,,2.0,km,0:08:30,
                """);

        assertThat(read.survey().format()).isEqualTo("fitnotes");
        assertThat(read.sets()).extracting(set -> set.workout().key()).containsOnly("2024-03-31|FitNotes");
        assertThat(read.sets().get(1).set().orElseThrow().weight().orElseThrow().kilograms())
                .isEqualByComparingTo("102.058");
        assertThat(read.sets().get(2).set().orElseThrow().durationSeconds()).contains(510);
        assertThat(read.sets().getFirst().workout().begun().recordedAt()).isEqualTo("2024-03-31T10:00:00Z");
    }

    @Test
    void openscale() throws IOException {
        var read = read("""
                "dateTime","weight","fat","water","muscle","waist","hip","comment"
                "2024-03-31 07:12",80.5,18.2,55.0,40.1,88.0,0.0,"after a run"
                """);

        assertThat(read.survey().format()).isEqualTo("openscale");
        assertThat(read.survey().questions()).isEmpty();
        assertThat(read.values()).extracting(ParsedValue::metric).containsExactly("weight", "body-fat", "waist");
        assertThat(read.values().getLast().quantity().value()).isEqualByComparingTo("0.88");
        assertThat(read.values().getFirst().note()).contains("after a run");
    }

    @Test
    void withings() throws IOException {
        var read = read("""
                Date,"Weight (lb)","Fat mass (lb)","Bone mass (lb)","Muscle mass (lb)","Hydration (lb)",Comments
                "2024-03-31 07:12:00",185,37,7.5,140,,
                "2024-04-01 07:12:00",184.5,,,,,
                """);

        assertThat(read.survey().format()).isEqualTo("withings");
        assertThat(read.values())
                .extracting(ParsedValue::metric)
                .containsExactly("weight", "muscle-mass", "body-fat", "weight");
        assertThat(read.values().getFirst().quantity().enteredValue()).isEqualByComparingTo("185");
        assertThat(read.values().get(2).quantity().value()).isEqualByComparingTo("20");
    }

    @Test
    void garminConnect() throws IOException {
        var read = read("""
                Time,Weight,Change,BMI,Body Fat,Skeletal Muscle Mass,Bone Mass,Body Water,
                7:00 AM,80.0 kg,--,--,--,--,--,--,
                " Mar 31, 2024",
                7:12 AM,80.5 kg,0.2 kg,24.1,18.2 %,36.1 kg,3.5 kg,55.1 %,
                6:40 PM,178.0 lbs,0.4 kg,24.3,--,--,--,--,
                """);

        assertThat(read.survey().format()).isEqualTo("garmin");
        assertThat(read.refusals()).extracting(RefusedRow::line).containsExactly(2L);
        assertThat(read.values()).hasSize(3);
        ParsedValue evening = read.values().getLast();
        assertThat(evening.moment().recordedAt()).isEqualTo("2024-03-31T16:40:00Z");
        assertThat(evening.quantity().enteredUnit()).isEqualTo("lb");
    }

    @Test
    void aTableWithAHeader() throws IOException {
        var read = read("""
                Date;Time;Weight (kg);Waist;Body fat;resting-heart-rate;Grip;Shoe size;Note
                31.03.2024;07:12;80,5;88 cm;18,2;55;51;43;"slept; well"
                01.04.2024;;9000;;;;;;
                02.04.2024;;;;;;;;
                """);

        assertThat(read.survey().format()).isEqualTo("plain");
        assertThat(read.survey().questions()).isEmpty();
        assertThat(read.values())
                .extracting(ParsedValue::metric)
                .containsExactly("weight", "waist", "body-fat", "resting-heart-rate", "x-grip");
        assertThat(read.values().getFirst().note()).contains("slept; well");
        assertThat(read.refusals())
                .containsExactly(
                        new RefusedRow(3, "Weight: Must be from 2.0 to 650.0 kg."),
                        new RefusedRow(4, "The row has a date but no values."));
    }

    @Test
    void aTableInWhichNothingIsCertainAsksForAllAtOnce() throws IOException {
        String file = """
                date,weight,waist
                03/04/2024,"80,500",34
                05/04/2024,"81,250",34
                """;

        assertThat(read(file).survey().questions())
                .extracting(Question::about)
                .containsExactly("dates", "decimals", "mass", "length");

        var read = read(
                file,
                new Conventions(
                        Optional.of(DateOrder.MONTH_FIRST),
                        Optional.of(app.primaryassistant.imports.entity.DecimalMark.COMMA),
                        Map.of("mass", "kg", "length", "in")));
        assertThat(read.survey().questions()).isEmpty();
        assertThat(read.values().getFirst().moment().localDate()).isEqualTo("2024-03-04");
        assertThat(read.values().getFirst().quantity().value()).isEqualByComparingTo("80.5");
        assertThat(read.values().get(1).quantity().value()).isEqualByComparingTo("0.8636");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-31 07:30:00,Day,,1,100,5,,,",
                "2024-03-31 07:30:00,Day,Squat,X,100,5,,,",
                "2024-03-31 07:30:00,Day,Squat,1,100,5.5,,,",
                "2024-03-31 07:30:00,Day,Squat,1,100,1001,,,",
                "2024-03-31 07:30:00,Day,Squat,1,1001,5,,,",
                "2024-03-31 07:30:00,Day,Squat,1,-5,5,,,",
                "2024-03-31 07:30:00,Day,Squat,1,100 st,5,,,",
                "2024-03-31 07:30:00,Day,Squat,1,100,,,,",
                "2024-03-31 07:30:00,Day,Squat,1,100,5,,,11",
                "2024-03-31 07:30:00,Day,Squat,1,100,5,,,8.3",
                "2024-03-31 07:30:00,Day,Squat,1,100,5,,90000,",
                "2024-03-31 07:30:00,Day,Squat,1,100,5,1001 km,,",
                "2024-03-31 07:30:00,Day,Squat,1,many,5,,,",
                "1899-12-31 07:30:00,Day,Squat,1,100,5,,,",
                "2026-12-31 07:30:00,Day,Squat,1,100,5,,,",
                ",Day,Squat,1,100,5,,,",
            })
    void aSetThatIsOutOfRangeIsRefusedWithItsReason(String row) throws IOException {
        var read =
                read("Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds,RPE\n" + row + "\n");

        assertThat(read.sets()).isEmpty();
        assertThat(read.refusals())
                .hasSize(1)
                .allSatisfy(refused -> assertThat(refused.reason()).endsWith("."));
    }

    @Test
    void moreSetsOrNamesThanAWorkoutHoldsAreRefused() throws IOException {
        String header = "Date,Exercise,Category,Weight (kgs),Reps\n";
        assertThat(read(header + "2024-03-31,Squat,Legs,100,5\n".repeat(102)).refusals())
                .hasSize(2);
        assertThat(read(header + "2024-03-31,%s,Legs,100,5\n".formatted("x".repeat(101)))
                        .refusals())
                .hasSize(1);
    }

    @Test
    void measurementsOfThisProgramKeepTheirIdsAndEveryDigit() throws IOException {
        UUID id = UUID.fromString("018e9000-0000-7000-8000-000000000001");
        var read = read("""
                measurement_id,local_date,recorded_at,zone,metric,value,unit,source,note
                %s,2024-03-31,2024-03-31T05:12:00.123456Z,Europe/Berlin,weight,80.500,kg,typed,'=1+1
                %s,2024-03-31,2024-03-31T05:12:00Z,Europe/Berlin,x-gone,1,kg,typed,
                %s,2024-04-02,2024-03-31T05:12:00Z,Europe/Berlin,weight,80,kg,typed,
                %s,2024-03-31,2024-03-31T05:12:00Z,Mars/Olympus,weight,80,kg,typed,
                %s,2024-03-31,2024-03-31T05:12:00Z,Europe/Berlin,weight,1e9,kg,typed,
                %s,2024-03-31,yesterday,Europe/Berlin,weight,80,kg,typed,
                x,2024-03-31,2024-03-31T05:12:00Z,Europe/Berlin,weight,80,kg,typed,
                """.replace("%s", id.toString()));

        assertThat(read.survey().format()).isEqualTo("measurements");
        assertThat(read.survey().questions()).isEmpty();
        assertThat(read.refusals()).hasSize(6);
        ParsedValue value = read.values().getFirst();
        assertThat(value.id()).contains(id);
        assertThat(value.note()).contains("=1+1");
        assertThat(value.moment().recordedAt()).isEqualTo("2024-03-31T05:12:00.123456Z");
    }

    @Test
    void workoutsOfThisProgramKeepAllThatIsKnown() throws IOException {
        String header =
                "workout_id,local_date,started_at,ended_at,zone,type,title,duration_s,intensity,fatigue,soreness,note,coach_note,"
                        + "exercise_position,exercise_id,exercise,superset,exercise_rest_s,exercise_note,set_position,kind,reps,weight,unit,"
                        + "weight_kg,rpe,rir,set_duration_s,distance_m,set_rest_s,done\n";
        String workout =
                "018e9000-0000-7000-8000-000000000001,2024-03-31,2024-03-31T05:00:00Z,2024-03-31T06:00:00Z,UTC,";
        var read = read(header
                + workout + "strength,Push,3500,7.5,3,4,n,c,1,,Press,2,90,e,1,working,5,185,lb,83.915,8.5,2,,,60,yes\n"
                + workout + "strength,Push,3500,7.5,3,4,n,c,1,,Press,2,90,e,2,amrap,,,,,,,30,100.5,,no\n"
                + workout + "strength,Push,3500,7.5,3,4,n,c,2,,Curl,,,,,,,,,,,,,,,\n"
                + workout + "cardio,Run,,,,,,,,,,,,,,,,,,,,,,,,\n"
                + workout + "dance,Run,,,,,,,,,,,,,,,,,,,,,,,,\n"
                + workout.replace("06:00", "04:00") + "cardio,Run,,,,,,,,,,,,,,,,,,,,,,,,\n");

        assertThat(read.survey().format()).isEqualTo("workouts");
        assertThat(read.refusals()).hasSize(2);
        assertThat(read.sets()).hasSize(4);
        ParsedSet first = read.sets().getFirst();
        assertThat(first.workout().remarks().orElseThrow().ended()).isEqualTo("2024-03-31T06:00:00Z");
        assertThat(first.set().orElseThrow().weight().orElseThrow().kilograms()).isEqualByComparingTo("83.915");
        assertThat(first.set().orElseThrow().rir()).contains(2);
        assertThat(read.sets().get(1).set().orElseThrow().done()).isFalse();
        assertThat(read.sets().get(2).set()).isEmpty();
        assertThat(read.sets().get(3).entry()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "10, 10", "11, 10", "20, 10"})
    void whatEarlierExportsHoldBeyondTheRangeOfReserveIsBroughtToItsEnd(int written, int read) throws IOException {
        assertThat(read(ownSet("8", Integer.toString(written)))
                        .sets()
                        .getFirst()
                        .set()
                        .orElseThrow()
                        .rir())
                .contains(read);
    }

    @ParameterizedTest
    @CsvSource({"8, 21, rir", "8, -1, rir", "8.25, 2, rpe", "11, 2, rpe"})
    void effortOfNoRangeIsRefusedByItsName(String rpe, String rir, String column) throws IOException {
        assertThat(read(ownSet(rpe, rir)).refusals().getFirst().reason()).startsWith(column + ": Must be ");
    }

    private static String ownSet(String rpe, String rir) {
        return "workout_id,local_date,started_at,ended_at,zone,type,title,exercise_position,exercise,kind,reps,rpe,rir,done\n"
                + "018e9000-0000-7000-8000-000000000001,2024-03-31,2024-03-31T05:00:00Z,2024-03-31T06:00:00Z,UTC,strength,Push,"
                + "1,Press,working,5,%s,%s,yes\n".formatted(rpe, rir);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one,two\n1,2\n", "date,shoe size\n2024-03-31,43\n", "weight,waist\n80,88\n"})
    void columnsOfNoProgramAreRefusedInWords(String file) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.violations().getFirst().message())
                                .contains("Strong"));
    }

    private record Read(FileAnalysis.Survey survey, List<ParsedRow> outcomes) {

        List<ParsedSet> sets() {
            return only(ParsedSet.class);
        }

        List<ParsedValue> values() {
            return only(ParsedValue.class);
        }

        List<RefusedRow> refusals() {
            return only(RefusedRow.class);
        }

        private <T> List<T> only(Class<T> type) {
            return outcomes.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    private Read read(String text) throws IOException {
        return read(text, Conventions.UNKNOWN);
    }

    /** Twice, as it is done: by what is known, and again by what was learnt. */
    private Read read(String text, Conventions known) throws IOException {
        Path file = Files.writeString(directory.resolve("file"), text);
        var analysis = FileAnalysis.of(file, BERLIN, NOW, METRICS);
        var survey = analysis.survey(known, line -> {});
        List<ParsedRow> outcomes = new ArrayList<>();
        analysis.read(survey.conventions(), outcomes::add, line -> {});
        return new Read(survey, outcomes);
    }
}
