package app.primaryassistant.accounts.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import app.primaryassistant.support.Api;
import app.primaryassistant.support.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in with the heap that the container gives the program. */
class SmallHeapIT {

    private static final Pattern MEMORY =
            Pattern.compile("-Xm[sxn]\\w+|-Xss\\w+|-XX:M\\w+FreeRatio=\\d+|-XX:\\+UseCompactObjectHeaders");
    private static final int CONNECTIONS = 8;
    private static final int SIGN_INS_EACH = 10;

    private static Path collections;
    private static Application application;

    @BeforeAll
    static void start() throws IOException {
        collections = Files.createTempFile("collections", ".log");
        Stream<String> memory = MEMORY.matcher(Files.readString(Path.of("containers/web/assistant")))
                .results()
                .map(MatchResult::group);
        String[] options =
                Stream.concat(memory, Stream.of("-Xlog:gc:file=" + collections)).toArray(String[]::new);
        assertThat(options)
                .as("the heap, its young part, how it grows, and the stacks")
                .hasSize(8);
        application = Application.start(Map.of(), options);
    }

    @AfterAll
    static void stop() throws IOException {
        application.stop();
        Files.delete(collections);
    }

    @Test
    void eightThatSignInAtOnceAreAllLetInWithoutCollectingTheWholeHeapForEach() throws Exception {
        Api stranger = Api.stranger(application);
        List<String> names = Stream.generate(
                        () -> stranger.signUp(Api.freshName()).name())
                .limit(CONNECTIONS)
                .toList();
        long before = wholeCollections();

        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<List<Integer>>> answers = names.stream()
                    .map(name -> threads.submit(() -> signIns(stranger, name)))
                    .toList();
            for (Future<List<Integer>> answer : answers) {
                statuses.addAll(answer.get());
            }
        }

        assertThat(statuses).hasSize(CONNECTIONS * SIGN_INS_EACH).containsOnly(200);
        assertThat(wholeCollections() - before)
                .as("collections of the whole heap")
                .isLessThan(statuses.size() / 8);
    }

    private static List<Integer> signIns(Api stranger, String name) {
        return Stream.generate(() -> stranger.post("auth/sign-in", Api.credentials(name, Api.PASSWORD))
                        .statusCode())
                .limit(SIGN_INS_EACH)
                .toList();
    }

    private static long wholeCollections() throws IOException {
        try (Stream<String> lines = Files.lines(collections)) {
            return lines.filter(line -> line.contains("Pause Full")).count();
        }
    }
}
