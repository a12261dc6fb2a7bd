package app.primaryassistant.operations.control;

import app.primaryassistant.operations.entity.CommandFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** An archive that exists, read as a stream. */
record Archive(Path file, ArchiveKey key) {

    static final String FORMAT = "primary-assistant-backup";
    static final String TABLES = "tables/";
    static final String COPY = ".copy";
    static final String FILES = "files/";
    static final String MANIFEST = "manifest.txt";

    /** Takes the parts of an archive in their order, tables before files. */
    interface Visitor {

        void table(String name, InputStream rows) throws IOException, CommandFailed;

        void file(String path, InputStream content) throws IOException, CommandFailed;
    }

    /**
     * Reads it to its end and compares everything with its manifest.
     *
     * @throws CommandFailed if it is damaged, cut off, made with another key or in a newer format
     */
    Manifest verify() throws CommandFailed {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailed("The file " + file + " does not exist.");
        }
        Map<String, String> seen = new HashMap<>();
        Manifest manifest;
        try {
            manifest = read(new Visitor() {
                @Override
                public void table(String name, InputStream rows) throws IOException {
                    seen.put(TABLES + name, sha256(rows));
                }

                @Override
                public void file(String path, InputStream content) throws IOException {
                    seen.put(FILES + path, sha256(content));
                }
            });
        } catch (IOException | RuntimeException damaged) {
            throw new CommandFailed(
                    file + " is damaged or truncated: it cannot be read to the end. Use another" + " backup.", damaged);
        }
        if (!seen.equals(expected(manifest))) {
            throw new CommandFailed(file + " is damaged: its contents do not match its manifest. Use another backup.");
        }
        return manifest;
    }

    private static Map<String, String> expected(Manifest manifest) {
        return Stream.concat(
                        manifest.tables().stream().map(table -> Map.entry(TABLES + table.name(), table.sha256())),
                        manifest.files().stream().map(file -> Map.entry(FILES + file.path(), file.sha256())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String sha256(InputStream content) throws IOException {
        var fingerprint = Fingerprint.only();
        content.transferTo(fingerprint);
        return fingerprint.sha256();
    }

    /** Shows every part to the visitor and returns the manifest, which stands at the end. */
    Manifest read(Visitor visitor) throws IOException, CommandFailed {
        try (InputStream decrypted = key.decrypt(file);
                var zip = new ZipInputStream(decrypted)) {
            requireFormat(zip);
            String manifest = "";
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.startsWith(TABLES)) {
                    visitor.table(name.substring(TABLES.length(), name.length() - COPY.length()), zip);
                } else if (name.startsWith(FILES)) {
                    visitor.file(name.substring(FILES.length()), zip);
                } else if (name.equals(MANIFEST)) {
                    manifest = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
            // Only the last piece of the encrypted stream proves that nothing is cut off.
            decrypted.transferTo(OutputStream.nullOutputStream());
            if (manifest.isEmpty()) {
                throw new IOException("There is no manifest");
            }
            return Manifest.parse(manifest);
        }
    }

    private void requireFormat(ZipInputStream zip) throws IOException, CommandFailed {
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(FORMAT)) {
            throw new CommandFailed(file + " is not a backup of Primary Assistant.");
        }
        if (!Manifest.FORMAT.equals(new String(zip.readAllBytes(), StandardCharsets.UTF_8))) {
            throw new CommandFailed(
                    file + " was made by a newer version of the program, in a format that this version cannot read."
                            + " Update the program.");
        }
    }
}
