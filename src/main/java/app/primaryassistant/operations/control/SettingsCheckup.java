package app.primaryassistant.operations.control;

import app.primaryassistant.operations.entity.CommandFailed;
import app.primaryassistant.platform.config.InvalidSetting;
import app.primaryassistant.platform.config.Settings;
import app.primaryassistant.platform.mail.MailSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks at what was set: secrets, the proxy, the storage, the certificate and the backups. */
public final class SettingsCheckup {

    private static final long SCARCE_BYTES = 1L << 30;
    private static final Duration CERTIFICATE_WARNING = Duration.ofDays(21);
    private static final Duration OLD_BACKUP = Duration.ofDays(2);

    private final Settings settings;
    private final Clock clock;

    public SettingsCheckup(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (String password : List.of("DATABASE_PASSWORD", "DATABASE_MIGRATION_PASSWORD")) {
            findings.add(secret(password));
        }
        findings.add(differentPasswords());
        findings.add(backupKey());
        findings.add(behindProxy());
        findings.add(mail());
        findings.add(storage());
        certificate().ifPresent(findings::add);
        findings.add(lastBackup());
        return findings;
    }

    private Finding secret(String name) {
        return set(() -> {
            settings.secret(name);
            return Finding.ok(name + " is set and long enough.");
        });
    }

    private Finding differentPasswords() {
        return set(() -> settings.find("DATABASE_PASSWORD").equals(settings.find("DATABASE_MIGRATION_PASSWORD"))
                ? Finding.fail(
                        "Both database roles have the same password, so the role that serves requests could change the"
                                + " schema. Set a different DATABASE_PASSWORD.")
                : Finding.ok("The two database roles have different passwords."));
    }

    private Finding backupKey() {
        return set(() -> {
            ArchiveKey.of(settings);
            return Finding.ok("BACKUP_KEY is an age identity. Do you have a copy of it off this server?");
        });
    }

    private Finding behindProxy() {
        return settings.find("BEHIND_PROXY").filter("true"::equals).isPresent()
                ? Finding.ok("BEHIND_PROXY is true: rate limits apply to the proxy's clients, not to the proxy.")
                : Finding.warn(
                        "BEHIND_PROXY is not true: behind a proxy, all clients would have the proxy's address. Set"
                                + " it, unless the program is reached without a proxy.");
    }

    private Finding mail() {
        return set(() -> MailSettings.of(settings).isPresent()
                ? Finding.ok("E-mail is set up: people who forget their password get a link.")
                : Finding.ok("SMTP_HOST is not set: an administrator has to create a link for people who forget their"
                        + " password."));
    }

    private Finding storage() {
        Path directory = Storage.of(settings).directory();
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, ".doctor", null));
            long free = Files.getFileStore(directory).getUsableSpace();
            String left = free / (1 << 20) + " MB free in " + directory + ".";
            return free < SCARCE_BYTES
                    ? Finding.warn("Only " + left + " Free some space, or move STORAGE_DIRECTORY to a larger disk.")
                    : Finding.ok("The storage is writable, with " + left);
        } catch (IOException unwritable) {
            return Finding.fail("STORAGE_DIRECTORY points to " + directory + ", which user "
                    + System.getProperty("user.name") + " cannot write. Make that user its owner.");
        }
    }

    /** Of the certificate that the proxy shows, where this process can read it too. */
    private Optional<Finding> certificate() {
        return settings.find("TLS_CERTIFICATE")
                .map(Path::of)
                .filter(Files::isReadable)
                .map(this::certificate);
    }

    private Finding certificate(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            var certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            Instant end = certificate.getNotAfter().toInstant();
            Duration left = Duration.between(clock.instant(), end);
            if (left.isNegative()) {
                return Finding.fail("The certificate " + file + " expired at " + end + ". Renew it.");
            }
            return left.compareTo(CERTIFICATE_WARNING) < 0
                    ? Finding.warn("The certificate " + file + " expires in " + left.toDays() + " days. Renew it.")
                    : Finding.ok("The certificate is valid for " + left.toDays() + " days.");
        } catch (IOException | CertificateException | RuntimeException unreadable) {
            return Finding.fail("TLS_CERTIFICATE points to " + file + ", which contains no PEM certificate.");
        }
    }

    private Finding lastBackup() {
        return set(() -> {
            var directory = BackupDirectory.of(settings);
            try {
                var newest = directory.backups().stream().findFirst();
                if (newest.isEmpty()) {
                    return Finding.fail(
                            "There is no backup in " + directory.path() + ". Make one with `assistant backup`.");
                }
                Manifest manifest = new Archive(newest.get().file(), ArchiveKey.of(settings)).verify();
                Duration age = Duration.between(manifest.taken(), clock.instant());
                String when = "The latest backup is " + age.toHours() + " hours old";
                return age.compareTo(OLD_BACKUP) > 0
                        ? Finding.fail(when + ". Check BACKUP_AT and the log, or make one with `assistant backup`.")
                        : Finding.ok(
                                when + " and can be opened: " + newest.get().file());
            } catch (IOException | CommandFailed failed) {
                return Finding.fail(String.valueOf(failed.getMessage()));
            }
        });
    }

    private static Finding set(Supplier<Finding> check) {
        try {
            return check.get();
        } catch (InvalidSetting invalid) {
            return Finding.fail(String.valueOf(invalid.getMessage()));
        }
    }
}
