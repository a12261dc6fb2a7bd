package app.primaryassistant.operations.boundary;

import app.primaryassistant.operations.control.Restoration;
import app.primaryassistant.operations.entity.CommandFailed;
import app.primaryassistant.operations.entity.Status;
import app.primaryassistant.platform.config.Settings;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code restore}: puts a backup in the place of everything. */
@Command(
        name = "restore",
        description =
                "Replaces the database's rows and the files with those of a backup. Backs up the current state"
                        + " first, and goes back to it if the program is not healthy afterwards. If it is interrupted, the old data stays.",
        mixinStandardHelpOptions = true)
public final class Restore implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    @Option(names = "--yes", description = "Does not ask for confirmation.")
    private boolean confirmed;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        PrintWriter out = spec.commandLine().getOut();
        if (!confirmed && !isConfirmed()) {
            throw new CommandFailed("Nothing was changed. Answer yes, or use --yes.");
        }
        Optional<Path> restorePoint = new Restoration(Settings.ofProcess(), step -> {
                    out.println(step);
                    out.flush();
                })
                .restore(file);
        out.println("Restored."
                + restorePoint
                        .map(point -> " The previous state is in " + point)
                        .orElse(""));
        return Status.OK;
    }

    @SuppressWarnings("SystemConsoleNull") // A console without a terminal reads standard input all the same.
    private static boolean isConfirmed() {
        Console console = System.console();
        return console != null
                && "yes"
                        .equals(String.valueOf(console.readLine("Replace all data with the backup? [yes/no] "))
                                .strip()
                                .toLowerCase(Locale.ROOT));
    }
}
