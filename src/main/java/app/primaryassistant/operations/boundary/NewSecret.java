package app.primaryassistant.operations.boundary;

import app.primaryassistant.operations.entity.Status;
import app.primaryassistant.platform.security.Secret;
import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code secret}: prints a new secret and nothing else, so that it can be written to a file. */
@Command(
        name = "secret",
        description = "Prints a new random 256-bit secret, for a password setting.",
        mixinStandardHelpOptions = true)
public final class NewSecret implements Callable<Integer> {

    @Option(
            names = "--backup-key",
            description = "Prints a key for BACKUP_KEY instead, an age identity. Keep a copy off this server: no backup"
                    + " can be opened without it.")
    private boolean backupKey;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws GeneralSecurityException {
        spec.commandLine()
                .getOut()
                .println(backupKey ? BackupKey.make() : Secret.random("").text());
        return Status.OK;
    }
}
