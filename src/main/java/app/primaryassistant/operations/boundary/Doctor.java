package app.primaryassistant.operations.boundary;

import app.primaryassistant.operations.control.DatabaseCheckup;
import app.primaryassistant.operations.control.Finding;
import app.primaryassistant.operations.control.SettingsCheckup;
import app.primaryassistant.operations.entity.Status;
import app.primaryassistant.platform.config.Settings;
import app.primaryassistant.platform.time.ServerClock;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code doctor}: the checklist before and during production. */
@Command(
        name = "doctor",
        description =
                "Checks the settings, database, permissions, storage and backups; exit status 1 if a check fails.",
        mixinStandardHelpOptions = true)
public final class Doctor implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Settings settings = Settings.ofProcess();
        Clock clock = ServerClock.of(settings);
        List<Finding> findings = Stream.concat(
                        new SettingsCheckup(settings, clock).findings().stream(),
                        new DatabaseCheckup(settings, clock).findings().stream())
                .toList();
        findings.forEach(finding -> spec.commandLine()
                .getOut()
                .printf("%-4s  %s%n", finding.grade().name().toLowerCase(Locale.ROOT), finding.text()));
        return findings.stream().anyMatch(finding -> finding.grade() == Finding.Grade.FAIL) ? Status.FAILED : Status.OK;
    }
}
