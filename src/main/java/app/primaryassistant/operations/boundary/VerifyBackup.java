package app.primaryassistant.operations.boundary;

import app.primaryassistant.operations.control.Manifest;
import app.primaryassistant.operations.control.Restoration;
import app.primaryassistant.operations.entity.CommandFailed;
import app.primaryassistant.operations.entity.Status;
import app.primaryassistant.platform.config.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify-backup}: proves that an archive can be restored, by restoring it where nobody looks. */
@Command(
        name = "verify-backup",
        description = "Restores a backup into a scratch database, compares every table and file, and removes it again.",
        mixinStandardHelpOptions = true)
public final class VerifyBackup implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        Manifest manifest = new Restoration(Settings.ofProcess(), step -> {}).verify(file);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-28s %10s  %s%n", "table", "rows", "SHA-256");
        manifest.tables().forEach(table -> out.printf("%-28s %10d  %s%n", table.name(), table.rows(), table.sha256()));
        out.printf("%-28s %10d%n", "files", manifest.files().size());
        out.println(
                "The backup of " + manifest.taken() + ", made by version " + manifest.program() + ", can be restored.");
        return Status.OK;
    }
}
