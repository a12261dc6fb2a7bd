package app.primaryassistant.operations.boundary;

import app.primaryassistant.operations.entity.CommandFailed;
import app.primaryassistant.operations.entity.DatabaseFailure;
import app.primaryassistant.operations.entity.Status;
import app.primaryassistant.platform.config.Settings;
import app.primaryassistant.platform.persistence.DatabaseUnavailable;
import app.primaryassistant.platform.persistence.Login;
import app.primaryassistant.platform.persistence.Schema;
import app.primaryassistant.platform.persistence.SchemaDescription;
import app.primaryassistant.platform.persistence.ScratchDatabase;
import java.io.PrintWriter;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import liquibase.exception.LiquibaseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code migrate}: the schema by hand. The program itself brings it up to date when it starts. */
@Command(
        name = "migrate",
        description = "Shows or changes the version of the database schema.",
        mixinStandardHelpOptions = true)
public final class Migrate implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private interface Work {
        int run(Schema schema, PrintWriter out) throws LiquibaseException;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Missing subcommand: status, update, rollback or diff.");
    }

    @Command(
            name = "status",
            description = "Lists the changes that have not been applied yet.",
            mixinStandardHelpOptions = true)
    int status() throws CommandFailed {
        return inSchema((schema, out) -> {
            List<String> missing = schema.missing();
            missing.forEach(change -> out.println("pending " + change));
            out.println(
                    missing.isEmpty()
                            ? "The schema is up to date."
                            : missing.size() + " changes are pending. Run `assistant migrate update`.");
            return Status.OK;
        });
    }

    @Command(name = "update", description = "Applies the pending changes.", mixinStandardHelpOptions = true)
    int update() throws CommandFailed {
        return inSchema((schema, out) -> {
            List<String> missing = schema.missing();
            schema.update();
            missing.forEach(change -> out.println("applied " + change));
            out.println("The schema is up to date.");
            return Status.OK;
        });
    }

    @Command(
            name = "rollback",
            description = "Rolls back the latest changes. Data that only they can hold is lost: make a backup first.",
            mixinStandardHelpOptions = true)
    int rollback(
            @Option(
                            names = "--count",
                            paramLabel = "N",
                            defaultValue = "1",
                            description = "How many changes to roll back; 1 by default.")
                    int count)
            throws CommandFailed {
        if (count < 1) {
            throw new ParameterException(spec.commandLine(), "--count must be 1 or more.");
        }
        return inSchema((schema, out) -> {
            List<String> before = schema.applied();
            schema.rollback(count);
            before.subList(Math.max(0, before.size() - count), before.size())
                    .reversed()
                    .forEach(change -> out.println("rolled back " + change));
            return Status.OK;
        });
    }

    @Command(
            name = "diff",
            description =
                    "Compares the schema with the one that the changes create in an empty database. Exit status 1 if they differ.",
            mixinStandardHelpOptions = true)
    int diff() throws CommandFailed {
        Settings settings = Settings.ofProcess();
        Login owner = Login.ofOwner(settings);
        PrintWriter out = spec.commandLine().getOut();
        try (var scratch = ScratchDatabase.create(owner);
                var made = scratch.login().connect();
                var live = owner.connect()) {
            new Schema(made, settings.get("DATABASE_USER")).update();
            SortedSet<String> expected = SchemaDescription.lines(made);
            SortedSet<String> actual = SchemaDescription.lines(live);
            expected.stream().filter(line -> !actual.contains(line)).forEach(line -> out.println("- " + line));
            actual.stream().filter(line -> !expected.contains(line)).forEach(line -> out.println("+ " + line));
            out.println(expected.equals(actual) ? "The schema matches the changes." : "- is missing, + is unexpected.");
            return expected.equals(actual) ? Status.OK : Status.FAILED;
        } catch (DatabaseUnavailable | LiquibaseException failed) {
            throw DatabaseFailure.of(failed);
        }
    }

    private int inSchema(Work work) throws CommandFailed {
        Settings settings = Settings.ofProcess();
        try (var connection = Login.ofOwner(settings).connect()) {
            return work.run(
                    new Schema(connection, settings.get("DATABASE_USER")),
                    spec.commandLine().getOut());
        } catch (DatabaseUnavailable | LiquibaseException failed) {
            throw DatabaseFailure.of(failed);
        }
    }
}
