package app.primaryassistant.operations.boundary;

import app.primaryassistant.operations.entity.CommandFailed;
import app.primaryassistant.operations.entity.DatabaseFailure;
import app.primaryassistant.operations.entity.Status;
import app.primaryassistant.platform.config.InvalidSetting;
import app.primaryassistant.platform.config.Settings;
import app.primaryassistant.platform.mail.MailSettings;
import app.primaryassistant.platform.persistence.DatabaseUnavailable;
import app.primaryassistant.platform.persistence.Login;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * {@code serve}: what must be right before the server starts. {@link app.primaryassistant.platform.launch.Launcher}, which
 * runs this command, starts it afterwards.
 *
 * <p>It hands the passwords over as system properties, because the server reads those of the data source before it looks
 * into the application for settings from files.
 */
@Command(
        name = "serve",
        description = "Checks the settings, waits for the database, and starts the server.",
        customSynopsis = "assistant serve [OPTION OF PAYARA MICRO]...",
        mixinStandardHelpOptions = true)
public final class Serve implements Callable<Integer> {

    /** The system property that tells the launcher to go on. */
    private static final String CHECKED = "assistant.checked";

    private static final int SECONDS_BETWEEN_TRIES = 2;

    /** Those of Payara Micro, which the launcher passes on. */
    @Unmatched
    @SuppressWarnings("UnusedVariable") // picocli fills it, so that it does not object to them.
    private List<String> options = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CommandFailed, InterruptedException {
        Settings settings = Settings.ofProcess();
        if (settings.find("CLOCK_OFFSET").isPresent()) {
            throw new InvalidSetting("CLOCK_OFFSET is for tests only. Remove it.");
        }
        for (String password : List.of("DATABASE_PASSWORD", "DATABASE_MIGRATION_PASSWORD")) {
            System.setProperty(password.toLowerCase(Locale.ROOT).replace('_', '.'), settings.secret(password));
        }
        MailSettings.of(settings);
        await(Login.ofOwner(settings));
        await(Login.ofApplication(settings));
        System.setProperty(CHECKED, "true");
        return Status.OK;
    }

    private void await(Login login) throws CommandFailed, InterruptedException {
        for (int tries = 0; !reached(login); tries++) {
            if (tries == 0) {
                spec.commandLine()
                        .getErr()
                        .println("Waiting for the database: it cannot be reached at DATABASE_URL. Trying again every "
                                + SECONDS_BETWEEN_TRIES + " s.");
            }
            TimeUnit.SECONDS.sleep(SECONDS_BETWEEN_TRIES);
        }
    }

    private static boolean reached(Login login) throws CommandFailed {
        try (var connection = login.connect()) {
            return connection.answers(SECONDS_BETWEEN_TRIES);
        } catch (DatabaseUnavailable failed) {
            if (Login.isOutage(failed)) {
                return false;
            }
            throw DatabaseFailure.of(failed);
        }
    }
}
