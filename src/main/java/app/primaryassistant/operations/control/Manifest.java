package app.primaryassistant.operations.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an archive holds. Its text has a line each, with tabs between the words; the last word may hold anything but a line
 * end.
 *
 * @param program the version of the program that made it
 * @param taken the moment that the archive shows, to the second
 * @param changes the change sets that had made the schema
 */
public record Manifest(
        String program, Instant taken, List<String> changes, List<TablePart> tables, List<FilePart> files) {

    /** The first line; a program reads only archives of its own number. */
    public static final String FORMAT = "primary-assistant backup 1";

    /** A table: its rows and the SHA-256 of its text. */
    public record TablePart(String name, long rows, String sha256) {}

    /** A file: its path below the storage directory, with slashes, its size in bytes and its SHA-256. */
    public record FilePart(String path, long size, String sha256) {}

    public long rows() {
        return tables.stream().mapToLong(TablePart::rows).sum();
    }

    public String text() {
        return Stream.of(
                        Stream.of("program\t" + program, "taken\t" + taken),
                        changes.stream().map(change -> "change\t" + change),
                        tables.stream().map(table -> "table\t" + table.rows + "\t" + table.sha256 + "\t" + table.name),
                        files.stream().map(file -> "file\t" + file.size + "\t" + file.sha256 + "\t" + file.path))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** @throws RuntimeException if it is no such text */
    public static Manifest parse(String text) {
        String program = "";
        Instant taken = Instant.EPOCH;
        List<String> changes = new ArrayList<>();
        List<TablePart> tables = new ArrayList<>();
        List<FilePart> files = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] words = line.split("\t", 4);
            switch (words[0]) {
                case "program" -> program = words[1];
                case "taken" -> taken = Instant.parse(words[1]);
                case "change" -> changes.add(words[1]);
                case "table" -> tables.add(new TablePart(words[3], Long.parseLong(words[1]), words[2]));
                case "file" -> files.add(new FilePart(words[3], Long.parseLong(words[1]), words[2]));
                default -> throw new IllegalArgumentException("Unknown line");
            }
        }
        return new Manifest(program, taken, changes, tables, files);
    }
}
