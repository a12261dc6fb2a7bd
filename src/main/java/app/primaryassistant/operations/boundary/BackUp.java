package app.primaryassistant.operations.boundary;

import app.primaryassistant.operations.control.Backup;
import app.primaryassistant.operations.entity.CommandFailed;
import app.primaryassistant.operations.entity.Status;
import app.primaryassistant.platform.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backup}: an archive of everything, now. */
@Command(
        name = "backup",
        description =
                "Backs up the database and the files, encrypted, while the program runs; prints the path of the backup.",
        mixinStandardHelpOptions = true)
public final class BackUp implements Callable<Integer> {

    @Option(names = "--to", paramLabel = "FILE", description = "Write to this new file instead of BACKUP_DIRECTORY.")
    private @Nullable Path target;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        var backup = new Backup(Settings.ofProcess());
        if (target != null && Files.exists(target)) {
            throw new CommandFailed(target + " already exists. Choose another file name.");
        }
        Backup.Made made = target == null ? backup.make(part -> {}) : backup.make(target, part -> {});
        spec.commandLine()
                .getOut()
                .printf(
                        "%s%n%d rows of %d tables, %d files, %d bytes, in %.1f s%n",
                        made.file(),
                        made.manifest().rows(),
                        made.manifest().tables().size(),
                        made.manifest().files().size(),
                        made.size(),
                        made.took().toMillis() / 1000.0);
        return Status.OK;
    }
}
