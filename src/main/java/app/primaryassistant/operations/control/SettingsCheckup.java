package app.primaryassistant.operations.control;

import app.primaryassistant.operations.entity.CommandFailed;
import app.primaryassistant.operations.entity.Finding;
import app.primaryassistant.operations.entity.Manifest;
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
                ? Finding.fail("Both database roles have the same password, so the role that serves requests could change the"
                        + " schema. Give DATABASE_PASSWORD one of its own.")
                : Finding.ok("The two database roles have passwords of their own."));
    }

    private Finding backupKey() {
        return set(() -> {
            ArchiveKey.of(settings);
            return Finding.ok("BACKUP_KEY is an age identity. Is a copy of it away from this server?");
        });
    }

    private Finding behindProxy() {
        return settings.find("BEHIND_PROXY").filter("true"::equals).isPresent()
                ? Finding.ok("BEHIND_PROXY is true: the limits count the proxy's clients, not the proxy.")
                : Finding.warn("BEHIND_PROXY is not true: behind a proxy everybody has the proxy's address. Set it, unless the"
                        + " program is reached without one.");
    }

    private Finding mail() {
        return set(() -> MailSettings.of(settings).isPresent()
                ? Finding.ok("E-mail is set up: whoever has forgotten their password gets a link.")
                : Finding.ok("SMTP_HOST is not set: an administrator makes a link for whoever has forgotten their password."));
    }

    private Finding storage() {
        Path directory = Storage.of(settings).directory();
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, ".doctor", null));
            long free = Files.getFileStore(directory).getUsableSpace();
            String left = free / (1 << 20) + " MB are free in " + directory + ".";
            return free < SCARCE_BYTES
                    ? Finding.warn("Only " + left + " Free some, or move STORAGE_DIRECTORY to a larger disk.")
                    : Finding.ok("The storage can be written, and " + left);
        } catch (IOException unwritable) {
            return Finding.fail("STORAGE_DIRECTORY names " + directory + ", which user " + System.getProperty("user.name")
                    + " cannot write. Give the directory to that user.");
        }
    }

    /** Of the certificate that the proxy shows, where this process can read it too. */
    private Optional<Finding> certificate() {
        return settings.find("TLS_CERTIFICATE").map(Path::of).filter(Files::isReadable).map(this::certificate);
    }

    private Finding certificate(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            var certificate = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            Instant end = certificate.getNotAfter().toInstant();
            Duration left = Duration.between(clock.instant(), end);
            if (left.isNegative()) {
                return Finding.fail("The certificate " + file + " has expired at " + end + ". Renew it.");
            }
            return left.compareTo(CERTIFICATE_WARNING) < 0
                    ? Finding.warn("The certificate " + file + " expires in " + left.toDays() + " days. Renew it.")
                    : Finding.ok("The certificate is good for " + left.toDays() + " days.");
        } catch (IOException | CertificateException | RuntimeException unreadable) {
            return Finding.fail("TLS_CERTIFICATE names " + file + ", which holds no certificate in PEM.");
        }
    }

    private Finding lastBackup() {
        return set(() -> {
            var directory = BackupDirectory.of(settings);
            try {
                var newest = directory.backups().stream().findFirst();
                if (newest.isEmpty()) {
                    return Finding.fail("There is no backup in " + directory.path() + ". Make one with `assistant backup`.");
                }
                Manifest manifest = new Archive(newest.get().file(), ArchiveKey.of(settings)).verify();
                Duration age = Duration.between(manifest.taken(), clock.instant());
                String when = "The last backup is " + age.toHours() + " hours old";
                return age.compareTo(OLD_BACKUP) > 0
                        ? Finding.fail(when + ". Look at BACKUP_AT and at the log, or make one with `assistant backup`.")
                        : Finding.ok(when + " and opens: " + newest.get().file());
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
