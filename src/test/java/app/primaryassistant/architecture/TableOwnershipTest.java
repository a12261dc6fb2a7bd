package app.primaryassistant.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A table belongs to the room whose changelog makes it, which alone names it in SQL. Other rooms read the views and call the
 * functions that its owner publishes, which are those that its {@code package-info} names.
 */
class TableOwnershipTest {

    private static final Path CHANGELOG = Path.of("src/main/resources/db/changelog");
    private static final Path SOURCES = Path.of("src/main/java/app/primaryassistant");

    /** Changelogs keep the names under which they were run, and rooms were renamed since. */
    private static final Map<String, String> RENAMED = Map.of("load", "progress", "transfer", "imports");

    private static final Map<String, String> MOVED =
            Map.of("nightly_work", "platform", "claim_nightly_work", "platform");

    private static final Pattern INCLUDE = Pattern.compile("<include file=\"([^\"]+)\"");
    private static final Pattern TABLE = Pattern.compile("^create table (\\w+)", Pattern.MULTILINE);
    private static final Pattern VIEW = Pattern.compile("^create view (\\w+)", Pattern.MULTILINE);
    private static final Pattern VIEW_BODY =
            Pattern.compile("^create view \\w+(.*?);", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern FUNCTION = Pattern.compile(
            "^(?:create (?:or replace )?function (\\w+).*?(?:\\$\\$(.*?)\\$\\$|\\breturn\\s([^;]*);)|drop function (?:if exists )?(\\w+))",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TEXT =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern RELATION = Pattern.compile(
            "\\b(?:insert into|update|delete from|merge into|copy|truncate|from|join|using)\\s+(?:only\\s+)?(\\w+)");
    private static final Pattern CALL = Pattern.compile("\\b(\\w+)\\s*\\(");

    private record Function(String room, String body) {}

    /** SQL of a room that names what is of another. */
    private record Use(String room, String name, String of, String where) {}

    private final Map<String, String> tables = new HashMap<>();
    private final Map<String, String> published = new HashMap<>();
    private final Map<String, Function> functions = new HashMap<>();
    private final Map<String, List<String>> texts = new HashMap<>();

    TableOwnershipTest() throws IOException {
        for (String file : names(INCLUDE, Files.readString(CHANGELOG.resolve("changelog.xml")))) {
            String room = roomOfChangelog(file);
            String sql = Files.readString(CHANGELOG.resolve(file)).replaceAll("(?m)^--.*$", "");
            names(TABLE, sql).forEach(table -> tables.put(table, MOVED.getOrDefault(table, room)));
            names(VIEW, sql).forEach(view -> published.put(view, room));
            VIEW_BODY.matcher(sql).results().forEach(view -> text(room, file, view.group(1)));
            FUNCTION.matcher(sql).results().forEach(function -> define(room, function));
        }
        functions.forEach((name, function) -> text(function.room, "function " + name, function.body));
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(this::read);
        }
    }

    @Test
    void aRoomNamesNoTableOfAnother() {
        assertThat(tables).hasSizeGreaterThan(20);
        assertThat(uses(tables, RELATION)).isEmpty();
    }

    @Test
    void aRoomUsesOnlyWhatAnotherPublishes() {
        assertThat(Stream.concat(uses(published, RELATION).stream(), uses(published, CALL).stream())
                        .filter(use -> !use.of.equals("platform") && !isNamedByItsOwner(use)))
                .isEmpty();
    }

    @Test
    void roomsHaveNoCyclesInSql() {
        Map<String, Set<String>> reads = Stream.concat(
                        uses(published, RELATION).stream(), uses(published, CALL).stream())
                .collect(groupingBy(Use::room, mapping(Use::of, toCollection(TreeSet::new))));
        assertThat(reads).isNotEmpty();
        reads.keySet()
                .forEach(room -> assertThat(reachable(reads, room))
                        .as("read by %s", room)
                        .doesNotContain(room));
    }

    private void define(String room, MatchResult function) {
        if (function.group(4) != null) {
            functions.remove(function.group(4));
            published.remove(function.group(4));
            return;
        }
        String body = function.group(2) == null ? function.group(3) : function.group(2);
        String owner = MOVED.getOrDefault(function.group(1), room);
        functions.put(function.group(1), new Function(owner, body));
        published.putIfAbsent(function.group(1), owner);
    }

    private void read(Path file) {
        try {
            String room = SOURCES.relativize(file).getName(0).toString();
            TEXT.matcher(Files.readString(file))
                    .results()
                    .map(text -> text.group(1) == null ? text.group(2) : text.group(1))
                    .forEach(text -> text(room, file.getFileName().toString(), text));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void text(String room, String where, String sql) {
        texts.computeIfAbsent(room + " " + where, none -> new ArrayList<>()).add(sql);
    }

    private List<Use> uses(Map<String, String> owners, Pattern pattern) {
        return texts.entrySet().stream()
                .flatMap(entry -> {
                    String room = entry.getKey().split(" ", 2)[0];
                    return entry.getValue().stream()
                            .flatMap(sql -> names(pattern, sql).stream())
                            .filter(name -> owners.containsKey(name) && !room.equals(owners.get(name)))
                            .map(name -> new Use(room, name, owners.getOrDefault(name, ""), entry.getKey()));
                })
                .distinct()
                .toList();
    }

    private static boolean isNamedByItsOwner(Use use) {
        try {
            return Files.readString(SOURCES.resolve(use.of).resolve("package-info.java"))
                    .contains("{@code " + use.name);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Set<String> reachable(Map<String, Set<String>> edges, String from) {
        var found = new HashSet<String>();
        var open = new ArrayList<>(edges.getOrDefault(from, Set.of()));
        while (!open.isEmpty()) {
            String next = open.removeLast();
            if (found.add(next)) {
                open.addAll(edges.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }

    private static String roomOfChangelog(String file) {
        String folder = Path.of(file).getName(0).toString();
        return RENAMED.getOrDefault(folder, folder);
    }

    private static List<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
