package app.primaryassistant.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a module of the pages imports from another is there: else its page would stay empty, on every screen. */
class PageImportsTest {

    private static final Path MODULES = Path.of("src/main/webapp/static/js");
    private static final Pattern EXPORT =
            Pattern.compile("^export (?:async )?(?:const|let|function|class) (\\w+)", Pattern.MULTILINE);
    private static final Pattern IMPORT = Pattern.compile("import \\{([^}]*)} from \"\\./([\\w-]+\\.js)\"");

    @Test
    void everyImportedNameIsExported() throws IOException {
        Map<String, String> modules = new TreeMap<>();
        try (Stream<Path> files = Files.list(MODULES)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".js")).toList()) {
                modules.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        List<String> missing = new ArrayList<>();
        modules.forEach((module, text) -> IMPORT.matcher(text)
                .results()
                .forEach(from -> Arrays.stream(from.group(1).split(","))
                        .map(name -> name.strip().replaceFirst(" as .*", ""))
                        .filter(name -> !exports(modules.getOrDefault(from.group(2), ""))
                                .contains(name))
                        .forEach(name -> missing.add(module + " imports " + name + " of " + from.group(2)))));

        assertThat(modules).hasSizeGreaterThan(50);
        assertThat(missing).isEmpty();
    }

    private static List<String> exports(String module) {
        return EXPORT.matcher(module).results().map(name -> name.group(1)).toList();
    }
}
