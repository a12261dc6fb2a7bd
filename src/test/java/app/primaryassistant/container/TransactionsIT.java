package app.primaryassistant.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.primaryassistant.accounts.control.AccountRepository;
import app.primaryassistant.accounts.control.Registration;
import app.primaryassistant.accounts.control.SignIn;
import app.primaryassistant.metrics.control.EnteredValue;
import app.primaryassistant.metrics.control.MetricRepository;
import app.primaryassistant.metrics.control.Moment;
import app.primaryassistant.metrics.control.ObservationRepository;
import app.primaryassistant.metrics.control.Recording;
import app.primaryassistant.metrics.control.StatisticsRepository;
import app.primaryassistant.metrics.control.TimelineRepository;
import app.primaryassistant.metrics.entity.Observation;
import app.primaryassistant.metrics.entity.OwnMetric;
import app.primaryassistant.metrics.entity.Quantity;
import app.primaryassistant.platform.paging.Cursor;
import app.primaryassistant.platform.persistence.ActingAccount;
import app.primaryassistant.platform.persistence.Ids;
import app.primaryassistant.platform.persistence.Migration;
import app.primaryassistant.platform.problem.Problem;
import app.primaryassistant.support.ContainerDatabase;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The repositories inside the server, with its transactions, its pool and PostgreSQL's row-level security. */
@ExtendWith({ContainerDatabase.class, ArquillianExtension.class})
class TransactionsIT {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Instant AT = Instant.parse("2026-03-01T06:30:00Z");
    private static final Moment MORNING = new Moment(DAY, AT, "Europe/Berlin");

    @Inject
    private Migration migration;

    @Inject
    private Registration registration;

    @Inject
    private SignIn signIn;

    @Inject
    private ActingAccount actingAccount;

    @Inject
    private AccountRepository accounts;

    @Inject
    private ObservationRepository observations;

    @Inject
    private TimelineRepository timeline;

    @Inject
    private StatisticsRepository statistics;

    @Inject
    private MetricRepository metrics;

    @Inject
    private Recording recording;

    @Resource
    private UserTransaction transaction;

    @Resource(lookup = "java:appserver/TransactionManager")
    private TransactionManager transactions;

    /** The very WAR that is shipped, with the test added. */
    @Deployment
    static WebArchive program() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("application.war")))
                .addClasses(TransactionsIT.class, ContainerDatabase.class)
                .addAsLibraries(library(Assertions.class), library(Awaitility.class), library(Matcher.class));
    }

    private static File library(Class<?> member) {
        return new File(
                member.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    @BeforeEach
    void waitForTheSchema() {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(migration::done);
    }

    @Test
    void a_transaction_that_acts_for_nobody_sees_nothing() throws Exception {
        UUID ann = member();
        signIn.open(ann, "Firefox on Linux", "192.0.2.1", Optional.empty());

        transaction.begin();
        assertThat(accounts.sessions(ann, Cursor.START, 5)).isEmpty();
        assertThat(accounts.account(ann)).isEmpty();
        transaction.rollback();
    }

    @Test
    void a_transaction_sees_the_rows_of_the_account_it_acts_for_and_no_other() throws Exception {
        UUID ann = member();
        UUID ben = member();
        signIn.open(ann, "Firefox on Linux", "192.0.2.1", Optional.empty());
        signIn.open(ben, "Safari on iPhone", "192.0.2.2", Optional.empty());

        as(ann, () -> {
            assertThat(accounts.sessions(ann, Cursor.START, 5)).hasSize(1);
            assertThat(accounts.sessions(ben, Cursor.START, 5)).isEmpty();
            assertThat(accounts.profile(ben)).isEmpty();
        });
    }

    @Test
    void the_acting_account_does_not_outlive_its_transaction() throws Exception {
        UUID ann = member();
        as(ann, () -> assertThat(accounts.account(ann)).isPresent());

        transaction.begin();
        assertThat(accounts.account(ann)).isEmpty();
        transaction.rollback();
    }

    @Test
    void a_check_in_is_written_whole() throws Exception {
        UUID ann = member();
        UUID checkIn = Ids.next();
        as(ann, () -> {
            recording.checkIn(
                    ann,
                    checkIn,
                    MORNING,
                    Optional.of("slept well"),
                    List.of(weight("82.4"), entry("body-fat", "21.5")));
        });

        as(ann, () -> {
            assertThat(observations.ofCheckIn(ann, checkIn))
                    .hasSize(2)
                    .allSatisfy(
                            observation -> assertThat(observation.localDate()).isEqualTo(DAY));
            assertThat(observations.checkIn(ann, checkIn))
                    .hasValueSatisfying(day -> assertThat(day.note()).contains("slept well"));
        });
    }

    @Test
    void a_check_in_with_one_bad_value_leaves_nothing() throws Exception {
        UUID ann = member();
        UUID checkIn = Ids.next();
        as(ann, () -> {
            metrics.add(
                    ann,
                    new OwnMetric(
                            Ids.next(), ann, "Grip strength", "kg", 1, BigDecimal.ONE, BigDecimal.valueOf(200), AT));
        });

        assertThatThrownBy(() -> as(ann, () -> {
                    recording.checkIn(
                            ann,
                            checkIn,
                            MORNING,
                            Optional.empty(),
                            List.of(weight("82.4"), entry("x-grip-strength", "555")));
                }))
                .isInstanceOf(Problem.class);

        as(ann, () -> {
            assertThat(observations.checkIn(ann, checkIn)).isEmpty();
            assertThat(timeline.page(ann, List.of(), Optional.empty(), Optional.empty(), Cursor.START, 10))
                    .isEmpty();
        });
    }

    @Test
    void a_deleted_check_in_comes_back_whole_but_not_what_was_deleted_before() throws Exception {
        UUID ann = member();
        UUID checkIn = Ids.next();
        as(ann, () -> {
            recording.checkIn(
                    ann, checkIn, MORNING, Optional.empty(), List.of(weight("82.4"), entry("body-fat", "21.5")));
        });
        as(ann, () -> {
            Observation first = observations.ofCheckIn(ann, checkIn).getFirst();
            first.delete(AT);
        });

        as(
                ann,
                () -> assertThat(observations.deleteCheckIn(ann, checkIn, AT.plusSeconds(60)))
                        .isTrue());
        as(ann, () -> assertThat(observations.ofCheckIn(ann, checkIn)).isEmpty());
        as(ann, () -> assertThat(observations.restoreCheckIn(ann, checkIn)).isTrue());
        as(ann, () -> assertThat(observations.ofCheckIn(ann, checkIn)).hasSize(1));
    }

    @Test
    void two_corrections_of_one_version_do_not_both_succeed() throws Exception {
        UUID ann = member();
        UUID id = Ids.next();
        as(ann, () -> {
            recording.one(ann, id, MORNING, weight("82.4"), Optional.empty());
        });

        assertThatThrownBy(() -> as(ann, () -> {
                    Observation mine = observations.find(ann, id).orElseThrow();
                    overtake(ann, id);
                    mine.correct(kilograms("83"), DAY, AT, "UTC", null);
                    observations.flush();
                }))
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isInstanceOf(OptimisticLockException.class),
                        thrown -> assertThat(thrown)
                                .isInstanceOf(PersistenceException.class)
                                .hasRootCauseInstanceOf(OptimisticLockException.class));
    }

    @Test
    void the_days_mean_is_of_the_civil_day_whatever_the_instants_are() throws Exception {
        UUID ann = member();
        as(ann, () -> {
            recording.one(ann, Ids.next(), new Moment(DAY, AT, "Pacific/Kiritimati"), weight("80"), Optional.empty());
            recording.one(
                    ann,
                    Ids.next(),
                    new Moment(DAY, AT.plus(Duration.ofHours(30)), "Pacific/Pago_Pago"),
                    weight("82"),
                    Optional.empty());
        });

        as(ann, () -> {
            var days = statistics.dayMeans(ann, "weight", DAY.minusDays(3), DAY.plusDays(3));
            assertThat(days).singleElement().satisfies(day -> {
                assertThat(day.date()).isEqualTo(DAY);
                assertThat(day.value()).isEqualByComparingTo("81");
                assertThat(day.count()).isEqualTo(2);
            });
        });
    }

    /** Another request's correction, committed while the first transaction holds what it read. */
    private void overtake(UUID owner, UUID id) throws Exception {
        Transaction first = transactions.suspend();
        as(owner, () -> {
            observations.find(owner, id).orElseThrow().correct(kilograms("84"), DAY, AT, "UTC", null);
        });
        transactions.resume(first);
    }

    private UUID member() {
        return registration.member(Optional.empty(), "member-" + UUID.randomUUID(), "not a hash", "Europe/Berlin");
    }

    private static EnteredValue weight(String kilograms) {
        return entry("weight", kilograms);
    }

    private static EnteredValue entry(String metric, String value) {
        return new EnteredValue("", metric, new BigDecimal(value), Optional.empty());
    }

    private static Quantity kilograms(String value) {
        return new Quantity(new BigDecimal(value), new BigDecimal(value), "kg");
    }

    private void as(UUID account, Work work) throws Exception {
        transaction.begin();
        try {
            actingAccount.set(account);
            work.run();
            transaction.commit();
        } catch (Exception | AssertionError failed) {
            transaction.rollback();
            throw failed;
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }
}
