package app.primaryassistant.platform.command;

import app.primaryassistant.platform.security.Secret;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code secret}: prints a new secret and nothing else, so that it can be written to a file. */
@Command(
        name = "secret",
        description = "Prints a new random secret of 256 bits, for a password setting.",
        mixinStandardHelpOptions = true)
public final class NewSecret implements Subcommand {

    @Option(
            names = "--backup-key",
            description = "Prints a key for BACKUP_KEY instead, an age identity. Keep a copy away from the server: no backup opens without it.")
    private boolean backupKey;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws GeneralSecurityException {
        spec.commandLine().getOut().println(backupKey ? identity() : Secret.random("").text());
        return Status.OK;
    }

    private static String identity() throws GeneralSecurityException {
        return new String(
                new X25519KeyPairGenerator().generateKeyPair().getPrivate().getEncoded(), StandardCharsets.US_ASCII);
    }
}
