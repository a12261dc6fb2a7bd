package app.primaryassistant.operations.boundary;

import app.primaryassistant.operations.entity.CommandFailed;
import app.primaryassistant.operations.entity.Status;
import app.primaryassistant.platform.security.Secret;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code setup}: makes the secrets and a self-signed certificate, each once, in one directory for each container that reads
 * them. What is there stays as it is, so that it can run at every start.
 *
 * <p>The files may be read by everybody: each directory is a volume that only its own containers mount, under users of
 * different numbers.
 */
@Command(
        name = "setup",
        description = "Creates missing secrets and the certificate; changes nothing that already exists.",
        mixinStandardHelpOptions = true)
public final class SetUp implements Callable<Integer> {

    @Parameters(paramLabel = "DIRECTORY", description = "The directory for db, web and certificates.")
    private Path directory = Path.of(".");

    @Option(
            names = "--host",
            paramLabel = "NAME",
            defaultValue = "localhost",
            description =
                    "The host name under which browsers reach the program, for the certificate (${DEFAULT-VALUE}).")
    private String host = "localhost";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        try {
            for (String folder : List.of("db", "web", "certificates")) {
                Files.createDirectories(directory.resolve(folder));
            }
            make(List.of("db/superuser_password"), SetUp::password);
            make(List.of("db/database_migration_password", "web/database_migration_password"), SetUp::password);
            make(List.of("db/database_password", "web/database_password"), SetUp::password);
            make(List.of("web/metrics_token"), SetUp::password);
            if (make(List.of("web/backup_key"), BackupKey::make)) {
                say("Keep a copy of web/backup_key off this machine: no backup can be opened without it.");
            }
            makeCertificate();
        } catch (IOException failed) {
            throw new CommandFailed(
                    "The file cannot be written: " + failed.getMessage() + ". Check the free space, and that user "
                            + System.getProperty("user.name") + " can write there.",
                    failed);
        } catch (CommandFailed failed) {
            throw failed;
        } catch (Exception failed) {
            throw new CommandFailed("The secrets could not be created: " + failed.getMessage(), failed);
        }
        return Status.OK;
    }

    private static String password() {
        return Secret.random("").text();
    }

    /** The same secret in each of the files; one that is there already is copied to where it is missing. */
    private boolean make(List<String> files, Callable<String> maker) throws Exception {
        Optional<Path> existing =
                files.stream().map(directory::resolve).filter(Files::exists).findFirst();
        String secret = existing.isPresent() ? Files.readString(existing.get()) : maker.call() + "\n";
        for (String file : files) {
            if (!Files.exists(directory.resolve(file))) {
                write(file, secret);
            }
        }
        return existing.isEmpty();
    }

    private void makeCertificate() throws Exception {
        String certificate = "certificates/certificate.pem";
        String key = "certificates/key.pem";
        if (Files.exists(directory.resolve(certificate)) || Files.exists(directory.resolve(key))) {
            return;
        }
        var made = SelfSignedCertificate.of(host);
        write(key, made.key());
        write(certificate, made.certificate());
        say("The certificate is self-signed, so browsers will warn. Replace it with your own; no restart is needed.");
    }

    /** Whole or not at all, however this ends. */
    private void write(String file, String content) throws IOException {
        Path target = directory.resolve(file);
        Path draft = target.resolveSibling(target.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.writeString(draft, content);
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("r--r--r--"));
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        say("Created " + file);
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
