package io.perennial.deploy.e2e;

import static io.perennial.deploy.local.service.Service.CAMPAIGN;
import static io.perennial.deploy.local.service.Service.CHURN;
import static io.perennial.deploy.local.service.Service.INGEST;
import static io.perennial.deploy.local.service.Service.RECOMMENDATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.perennial.deploy.local.Suite;
import io.perennial.deploy.local.SuiteOptions;
import io.perennial.deploy.replay.Replay;
import io.perennial.deploy.replay.ReplayOptions;
import io.perennial.deploy.replay.ReplaySummary;
import io.perennial.deploy.replay.SourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** A year of a real shop, from its file to its mails: one suite, one story, told in order. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class OnlineRetailIT {

    private static final Duration CATCHING_UP = Duration.ofMinutes(5);
    private static final int KILLS = 3;

    /** Postage, samples, fees: sold like products, and none. */
    private static final String NO_PRODUCTS = "POST|DOT|M|m|C2|D|S|B|BANK CHARGES|AMAZONFEE|CRUK|PADS|gift_.*";

    private @Nullable RunningSuite running;
    private @Nullable Ledger read;
    private @Nullable Instant replayedUntil;

    @BeforeAll
    void start() throws IOException {
        var file = file();
        assumeTrue(
                Files.isReadable(file),
                () -> "skipped: " + file.toAbsolutePath().normalize()
                        + " is not there (-Dperennial.data names the folder)");
        read = Ledger.of(file);
        running = new RunningSuite(Suite.start(SuiteOptions.anywhere(DataFolder.fresh())
                .withoutAot()
                // Enough to learn from 4,000 shoppers; there are half a dozen trainings.
                .with(CHURN.module(), "CHURN_STEPS", "200000")
                .with(CHURN.module(), "CHURN_PENALTIES", "100,30")));
    }

    @AfterAll
    void stop() {
        if (running != null) {
            running.suite().close();
        }
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> badEventsAreNamedAndTheGoodOnesBesideThemTaken() {
        return BadEvent.all().stream()
                .map(bad -> DynamicTest.dynamicTest(bad.what(), () -> bad.isRejectedAlone(shop())));
    }

    @Test
    @Order(2)
    void whatWasRejectedIsKept() {
        var codes = shop().all(INGEST, "/v1/rejected?").stream()
                .map(event -> event.path("code").asString())
                .toList();
        assertThat(codes)
                .containsAll(BadEvent.all().stream().map(BadEvent::code).toList());
    }

    @TestFactory
    @Order(3)
    Stream<DynamicTest> badRequestsMeetAProblemThatNamesTheFix() {
        Wait.until(
                "the first event is known to churn",
                Duration.ofSeconds(30),
                () -> shop().get(CHURN, "/v1/churn/early").status(),
                status -> status == 409);
        return BadInput.all().stream()
                .map(bad -> DynamicTest.dynamicTest(bad.what(), () -> bad.isMetByAProblem(shop())));
    }

    @Test
    @Order(4)
    void whoIsUnknownAndWhatIsUnknownIsRecommendedFor() {
        var nobody = shop().get(RECOMMENDATION, "/v1/recommendations?placement=home&userId=nobody-17");
        assertThat(nobody.expect(200).text("strategy")).isNotBlank();
        var nothing = shop().get(RECOMMENDATION, "/v1/recommendations?placement=product&productId=nothing-17");
        assertThat(nothing.expect(200).text("strategy")).endsWith("unknown-product");
    }

    @Test
    @Order(5)
    void everyShopperAddsUpThoughProfileServiceWasKilledThreeTimes() throws Exception {
        var kills = new Kills(shop());
        try (var pool = Executors.newSingleThreadExecutor()) {
            var replay = pool.submit(() -> Replay.run(replay().endNow(true).build()));
            var handled = 0.0;
            for (var i = 0; i < KILLS; i++) {
                handled += kills.kill();
            }
            var summary = replay.get();
            replayedUntil = summary.last();
            assertThat(summary.failure()).isNull();
            assertThat(summary.rejections()).isEmpty();
            assertThat(summary.accepted()).isEqualTo(events());
            assertThat(handled).as("handled before the last kill").isLessThan((double) events());
        }
        assertThat(shop().suite().awaitCaughtUp(CATCHING_UP, toGo -> {})).isTrue();
        assertThat(kills.handled()).as("handled after the last kill").isPositive();
        new Profiles(shop()).agreeWith(ledger());
    }

    @Test
    @Order(6)
    void theSameAgainIsAllDuplicatesAndChangesNobody() throws Exception {
        var again = replay().end(Objects.requireNonNull(replayedUntil)).build();
        ReplaySummary summary = Replay.run(again);
        assertThat(summary.accepted()).isZero();
        assertThat(summary.duplicates()).isEqualTo(events());
        assertThat(shop().suite().awaitCaughtUp(CATCHING_UP, toGo -> {})).isTrue();
        new Profiles(shop()).agreeWith(ledger());
    }

    @Test
    @Order(7)
    void theHomePageShowsProductsWithReasons() {
        var answer = Wait.until(
                "recommendations of a model",
                Duration.ofMinutes(3),
                () -> shop().get(RECOMMENDATION, "/v1/recommendations?userId=17850&placement=home&limit=10"),
                got -> got.text("strategy").startsWith("personal"));
        assertThat(answer.list("items")).hasSizeGreaterThanOrEqualTo(5).allSatisfy(item -> {
            assertThat(item.path("reason").asString()).isNotBlank();
            assertThat(item.path("productId").asString()).doesNotMatch(NO_PRODUCTS);
        });
    }

    @Test
    @Order(8)
    void aChurnModelIsTrainedAndProvesItselfOnALaterWindow() {
        new ChurnModel(shop()).isTrainedAndProvesItself();
    }

    @Test
    @Order(9)
    void aScoreIsTheSumOfItsReasons() {
        new ChurnModel(shop()).explains("17850");
    }

    @Test
    @Order(10)
    void theReplayedYearHasMailedNobodyButWhoIsNew() {
        var stale = shop().all(CAMPAIGN, "/v1/decisions?campaign=welcome&outcome=suppressed").stream()
                .filter(decision -> decision.path("reason").asString().equals("stale"))
                .map(decision -> decision.path("userId").asString())
                .collect(Collectors.toSet());
        var hour = ledger().end().minusHours(1);
        var fresh = ledger().firstSeen().entrySet().stream()
                .filter(customer -> customer.getValue().isAfter(hour))
                .map(customer -> customer.getKey() + "@example.org")
                .toList();
        assertThat(stale).hasSizeBetween(ledger().customers() - fresh.size(), ledger().customers());
        assertThat(new WinBack(shop(), mailbox()).all())
                .as("decisions about winning back")
                .isEmpty();
        assertThat(fresh).containsAll(mailbox().all().keySet());
    }

    @Test
    @Order(11)
    void aLiveEventWinsBackWhoIsAtRiskAndHasAgreed() {
        var winBack = new WinBack(shop(), mailbox());
        var atRisk = winBack.find(40, 10);
        winBack.visit(atRisk);
        var decisions = winBack.decisions(atRisk.size());

        assertThat(WinBack.users(decisions, "suppressed", "no_consent"))
                .containsExactlyInAnyOrderElementsOf(atRisk.others());
        var sent = WinBack.users(decisions, "sent", "assigned");
        var heldOut = WinBack.users(decisions, "held_out", "assigned");
        assertThat(Stream.concat(sent.stream(), heldOut.stream()))
                .containsExactlyInAnyOrderElementsOf(atRisk.consenting());
        assertThat(heldOut)
                .as("held out")
                .isNotEmpty()
                .hasSizeLessThan(atRisk.consenting().size() / 2);

        assertThat(winBack.mailed(sent.size()))
                .containsExactlyInAnyOrderElementsOf(
                        sent.stream().map(user -> user + "@example.org").toList());
        var coupon =
                shop().get(CAMPAIGN, "/v1/offers?userId=" + sent.getFirst()).text("items/0/code");
        assertThat(mailbox().of(sent.getFirst() + "@example.org"))
                .anyMatch(mail -> !coupon.isEmpty() && mail.source().contains(coupon));

        var report = shop().get(CAMPAIGN, "/v1/campaigns/win-back/report").expect(200);
        assertThat(report.number("treated/shoppers")).isEqualTo(sent.size());
        assertThat(report.number("heldOut/shoppers")).isEqualTo(heldOut.size());
        assertThat(report.number("suppressed/no_consent"))
                .isEqualTo(atRisk.others().size());
        assertThat(report.text("verdict")).isNotBlank();
    }

    @Test
    @Order(12)
    void churnServiceKilledInTheMidstOfTrainingAndPromotionServesOnWithAWholeRegistry() {
        var met = new ChurnKills(shop()).spreadOverATraining();
        met.forEach(System.out::println);
        assertThat(met)
                .as("cut off in training")
                .filteredOn(kill -> kill.training().equals("failed"))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(met).as("while its JVM was alive").anyMatch(ChurnKills.Met::child);
        assertThat(met).as("while champions changed").anyMatch(kill -> kill.calls() > 0);
    }

    private ReplayOptions.Builder replay() {
        return ReplayOptions.of(SourceKind.ONLINE_RETAIL, file())
                .url(shop().suite().url(INGEST))
                .dirty(DataFolder.file("dirty.tsv"));
    }

    private long events() {
        return ledger().accounts().values().stream()
                .mapToLong(Ledger.Account::events)
                .sum();
    }

    private static Path file() {
        return Path.of(System.getProperty("perennial.data", "../../../shared/data"))
                .resolve("online-retail.csv.gz");
    }

    private Mailbox mailbox() {
        return new Mailbox(shop());
    }

    private RunningSuite shop() {
        return Objects.requireNonNull(running, "the suite did not start");
    }

    private Ledger ledger() {
        return Objects.requireNonNull(read, "the file was not read");
    }
}
