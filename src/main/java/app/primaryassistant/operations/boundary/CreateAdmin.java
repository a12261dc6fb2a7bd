package app.primaryassistant.operations.boundary;

import app.primaryassistant.accounts.control.Argon2id;
import app.primaryassistant.accounts.control.InitialAdministrator;
import app.primaryassistant.accounts.control.PasswordStrength;
import app.primaryassistant.operations.entity.CommandFailed;
import app.primaryassistant.operations.entity.DatabaseFailure;
import app.primaryassistant.operations.entity.Status;
import app.primaryassistant.platform.config.Settings;
import app.primaryassistant.platform.persistence.DatabaseUnavailable;
import app.primaryassistant.platform.persistence.Login;
import app.primaryassistant.platform.persistence.UniqueViolation;
import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code create-admin}: makes another administrator, by whoever can reach the database as the role that owns the schema. The
 * password is read from the terminal, or from standard input where there is none.
 */
@Command(
        name = "create-admin",
        description = "Creates an administrator. Asks for the password, or reads it from standard input.",
        mixinStandardHelpOptions = true)
public final class CreateAdmin implements Callable<Integer> {

    private static final String NO_SUCH_TABLE = "42P01";

    @Parameters(
            paramLabel = "NAME",
            description = "The name to sign in with: 2 to 64 characters: letters a to z, digits and . _ @ + -")
    private String name = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed {
        if (!name.matches("[A-Za-z0-9._@+-]{2,64}")) {
            throw new ParameterException(
                    spec.commandLine(), "The name must have 2 to 64 characters: letters a to z, digits and . _ @ + -");
        }
        Login owner = Login.ofOwner(Settings.ofProcess());
        String password = password();
        if (password.length() < 12 || password.length() > 128) {
            throw new ParameterException(spec.commandLine(), "The password must have 12 to 128 characters.");
        }
        Optional<String> weakness = PasswordStrength.weakness(password, List.of(name));
        if (weakness.isPresent()) {
            throw new ParameterException(spec.commandLine(), "The password " + weakness.get() + ".");
        }
        create(owner, new Argon2id(1).hash(password));
        spec.commandLine().getOut().println("The administrator " + name + " can now sign in.");
        return Status.OK;
    }

    private void create(Login owner, String passwordHash) throws CommandFailed {
        try (var connection = owner.connect()) {
            new InitialAdministrator(name, passwordHash).insert(connection);
        } catch (DatabaseUnavailable failed) {
            if (UniqueViolation.isCauseOf(failed)) {
                throw new CommandFailed("The name " + name + " is taken.", failed);
            }
            if (failed.hasState(NO_SUCH_TABLE)) {
                throw new CommandFailed(
                        "The database has no tables yet. Start the program once, or run `assistant migrate update`.",
                        failed);
            }
            throw DatabaseFailure.of(failed);
        }
    }

    @SuppressWarnings("SystemConsoleNull") // A console without a terminal reads standard input all the same.
    private static String password() {
        Console console = System.console();
        if (console != null) {
            return Optional.ofNullable(console.readPassword("Password: "))
                    .map(String::new)
                    .orElse("");
        }
        try (var input = new Scanner(System.in, StandardCharsets.UTF_8)) {
            return input.hasNextLine() ? input.nextLine() : "";
        }
    }
}
