package app.primaryassistant.operations.boundary;

import app.primaryassistant.operations.entity.CommandFailed;
import app.primaryassistant.operations.entity.ProgramVersion;
import app.primaryassistant.operations.entity.Status;
import app.primaryassistant.platform.config.InvalidSetting;
import java.io.PrintWriter;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code assistant COMMAND}: runs one of the commands. */
@Command(
        name = "assistant",
        description = "Manages an installation of Primary Assistant.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:done",
            "1:failed; the last line says why",
            "2:invalid command line",
            "78:a setting is missing or invalid; the last line names it"
        })
public final class Assistant implements Runnable {

    private static final List<Class<?>> COMMANDS = List.of(
            BackUp.class,
            CreateAdmin.class,
            Doctor.class,
            Migrate.class,
            NewSecret.class,
            Restore.class,
            Serve.class,
            SetUp.class,
            VerifyBackup.class);

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Shows the libraries' log output, and the stack trace of a failure.")
    private boolean verbose;

    @Spec
    private CommandSpec spec;

    private Assistant(CommandSpec spec) {
        this.spec = spec;
    }

    Assistant() {
        this(CommandSpec.create());
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Returns the exit status. */
    public static int run(String[] arguments) {
        var assistant = new Assistant();
        var line = new CommandLine(assistant);
        COMMANDS.forEach(line::addSubcommand);
        return line.setExecutionStrategy(assistant::execute)
                .setParameterExceptionHandler(Assistant::misused)
                .setExecutionExceptionHandler(assistant::failed)
                .execute(arguments);
    }

    /** Called without a command. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command. `assistant --help` lists all commands.");
    }

    private int execute(ParseResult parsed) {
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        root.setLevel(verbose ? Level.INFO : Level.OFF);
        try {
            return new CommandLine.RunLast().execute(parsed);
        } finally {
            // After `serve` the server logs in this process.
            root.setLevel(before);
        }
    }

    private static int misused(ParameterException misused, String[] arguments) {
        PrintWriter err = misused.getCommandLine().getErr();
        err.println(misused.getMessage());
        err.println("Usage: " + misused.getCommandLine().getHelp().synopsis(0).strip());
        return Status.USAGE;
    }

    private int failed(Exception failed, CommandLine line, ParseResult parsed) {
        String message = failed.getMessage();
        if (!(failed instanceof CommandFailed || failed instanceof InvalidSetting)) {
            message = "Unexpected: " + failed + (verbose ? "" : "\nUse --verbose to see where it came from.");
        }
        line.getErr().println(message);
        if (verbose) {
            // To the terminal of whoever asked for it, as picocli itself would, and not to what the program logs.
            failed.printStackTrace(line.getErr());
        }
        return failed instanceof InvalidSetting ? Status.CONFIGURATION : Status.FAILED;
    }
}
