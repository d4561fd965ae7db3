package io.perennial.churn.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.perennial.churn.drift.Baseline;
import io.perennial.churn.history.ShopperHistory;
import io.perennial.churn.label.Target;
import io.perennial.churn.label.Window;
import io.perennial.churn.training.TrainedModels;
import io.perennial.churn.watch.SimulatedVisitors.World;
import io.perennial.churn.watch.WatchReport.Alert;
import io.perennial.churn.watch.WatchReport.Kind;
import io.perennial.common.identity.ProfileId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The watch on the models of all targets: each hears of its own world, and of no other's. */
@TestInstance(Lifecycle.PER_CLASS)
class TargetsTests {

    private static final int TRAINED_ON = 150;
    private static final int CHANGED_ON = 155;
    private static final int LOOKED_ON = 170;
    private static final Instant TRAINED_AT = SimulatedShop.at(TRAINED_ON);
    private static final Watcher WATCHER = new Watcher(new Watcher.Bounds(0.25, 0.25, 0.05, 0.1, 50), List.of());

    private final Map<ProfileId, ShopperHistory> asEver = shop(World.AS_EVER);
    private final Map<Target, TrainedModels> trained = new EnumMap<>(Target.class);

    TargetsTests() {
        for (Target target : Target.values()) {
            trained.put(target, TrainedModels.of(target, asEver, TRAINED_AT, horizon(target)));
        }
    }

    /**
     * Measured with seeds 1 to 12: no alert in 48 looks; said less seen in the mean -.0004 for churn, +.006 for conversion, +.002 for
     * response, at most .033 in one shop, where the model has learnt from chance, too.
     */
    @ParameterizedTest
    @EnumSource
    void aHealthyModelIsFoundCalibratedAndWithoutDrift(Target target) {
        WatchReport report = look(target, asEver);

        assertThat(report.alerts()).isEmpty();
        assertThat(report.target()).isEqualTo(target.wire());
        assertThat(report.comparedWith()).isEqualTo(TRAINED_AT);
        assertThat(report.features()).hasSize(target.features().size() + 1);
        assertThat(report.calibration()).isNotNull().satisfies(check -> {
            assertThat(check.shoppers()).isGreaterThan(400);
            assertThat(check.gap().value()).isCloseTo(0, within(0.04));
        });
    }

    @Test
    void sessionsThatConvertHalfAsOftenAreAlarmed() {
        Map<ProfileId, ShopperHistory> shop = shop(new World(0.5, 1, true));

        assertThat(look(Target.CONVERSION, shop).alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(Kind.CALIBRATION);
            assertThat(alert.text()).matches("ordered before the session was over: said of 0\\.\\d+, true of 0\\.\\d+");
        });
        assertThat(look(Target.RESPONSE, shop).alerts()).isEmpty();
    }

    @Test
    void messagesThatAreFollowedSeldomAlarmTheirOwnTargetAlone() {
        Map<ProfileId, ShopperHistory> shop = shop(new World(1, 0.4, true));

        assertThat(look(Target.RESPONSE, shop).alerts())
                .anySatisfy(
                        alert -> assertThat(alert.text()).startsWith("followed the message within 7 days: said of"));
        for (Target other : List.of(Target.CHURN, Target.ORDER, Target.CONVERSION)) {
            assertThat(look(other, shop).alerts()).as(other.wire()).isEmpty();
        }
    }

    @Test
    void aCartThatIsNoLongerTrackedIsDriftOfSessions() {
        assertThat(look(Target.CONVERSION, shop(new World(1, 1, false))).alerts())
                .filteredOn(alert -> alert.kind() == Kind.DRIFT)
                .extracting(Alert::name)
                .contains("session_cart_hours");
    }

    @Test
    void shoppersWhoWereAskedAboutInAnotherTimeAreNotComparedWith() {
        // Older versions kept visitors as of the training's own time, whether there was anything to ask or not.
        WatchReport sessions = look(Target.CONVERSION, asEver, older(Target.CONVERSION));
        assertThat(sessions.comparedWith()).isNull();
        assertThat(sessions.features()).isEmpty();
        assertThat(sessions.calibration()).isNotNull();
        assertThat(look(Target.CHURN, asEver, older(Target.CHURN)).comparedWith())
                .isEqualTo(TRAINED_AT);
    }

    private Baseline older(Target target) {
        Baseline kept = trained(target).baseline();
        return new Baseline(kept.asOf(), null, kept.shoppers(), kept.features(), kept.scores(), kept.importance());
    }

    private WatchReport look(Target target, Map<ProfileId, ShopperHistory> shoppers) {
        return look(target, shoppers, trained(target).baseline());
    }

    private WatchReport look(Target target, Map<ProfileId, ShopperHistory> shoppers, Baseline baseline) {
        Window now = Window.before(SimulatedShop.at(LOOKED_ON), target, TrainedModels.STEP);
        WatchSample sample = new WatchSample(trained(target).model(), now, horizon(target), List.of());
        shoppers.forEach((profile, history) -> sample.add(profile, history, null, List.of()));
        return WATCHER.look("m", sample, baseline, List.of(), List.of());
    }

    private TrainedModels trained(Target target) {
        return Objects.requireNonNull(trained.get(target));
    }

    private static Duration horizon(Target target) {
        Duration own = target.horizon();
        return own == null ? Duration.ofDays(30) : own;
    }

    /** The same shop each time, but for what becomes of the world. */
    private static Map<ProfileId, ShopperHistory> shop(World later) {
        return new SimulatedVisitors(3_000, LOOKED_ON + 1, 5, day -> day < CHANGED_ON ? World.AS_EVER : later)
                .histories();
    }
}
