package io.perennial.campaign.report;

import io.perennial.common.event.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign did, as of a time.
 *
 * @param inWindow shoppers whose attribution window is still open, so that their orders may yet come
 * @param suppressed decisions by reason
 * @param deliveries messages by state
 * @param verdict the same in one sentence
 */
record CampaignReport(
        String campaign,
        long version,
        Instant asOf,
        String attribution,
        ArmReport treated,
        ArmReport heldOut,
        @Nullable Effect conversionLift,
        @Nullable Effect revenueLift,
        SampleRatio sampleRatio,
        long inWindow,
        Map<String, Long> suppressed,
        Map<String, Long> deliveries,
        String verdict) {

    /**
     * One arm.
     *
     * @param rate conversions a shopper, 0 to 1; null where there is no shopper
     */
    record ArmReport(
            long shoppers,
            long conversions,
            @Nullable Double rate,
            @Nullable Money revenue,
            @Nullable Double revenuePerShopper) {

        static ArmReport of(Arm arm, @Nullable Currency currency) {
            boolean empty = arm.shoppers() == 0;
            return new ArmReport(
                    arm.shoppers(),
                    arm.converted(),
                    empty ? null : rounded(arm.rate(), 6),
                    currency == null
                            ? null
                            : new Money(BigDecimal.valueOf(arm.revenue()).setScale(2, RoundingMode.HALF_UP), currency),
                    empty ? null : rounded(arm.mean(), 4));
        }
    }

    /** Treated less held out, with its 95 % interval and where the method comes from. */
    record Effect(double difference, double low, double high, double confidence, String method) {
        static Effect of(Interval interval, String method) {
            return new Effect(
                    rounded(interval.estimate(), 6),
                    rounded(interval.low(), 6),
                    rounded(interval.high(), 6),
                    0.95,
                    method);
        }
    }

    /** Whether the arms have the sizes the draw gives; a p-value under 0.001 says they have not. */
    record SampleRatio(double expectedHeldOut, long observedHeldOut, double p, boolean ok) {}

    static CampaignReport of(
            String campaign,
            long version,
            Instant asOf,
            Duration attribution,
            List<ReportStore.ArmRow> rows,
            Map<String, Long> suppressed,
            Map<String, Long> deliveries) {
        Arm treated = arm(rows, false);
        Arm heldOut = arm(rows, true);
        double expected =
                rows.stream().mapToDouble(ReportStore.ArmRow::expectedHeldOut).sum();
        double p = Intervals.sampleRatioP(treated.shoppers(), heldOut.shoppers(), expected);
        Currency currency = rows.stream()
                .flatMap(row -> row.currency() == null
                        ? java.util.stream.Stream.<Currency>empty()
                        : java.util.stream.Stream.of(Currency.getInstance(row.currency())))
                .findFirst()
                .orElse(null);
        Interval lift = treated.shoppers() == 0 || heldOut.shoppers() == 0
                ? null
                : Intervals.newcombe(treated.converted(), treated.shoppers(), heldOut.converted(), heldOut.shoppers());
        Interval revenue = treated.shoppers() < 2 || heldOut.shoppers() < 2 ? null : Intervals.welch(treated, heldOut);
        return new CampaignReport(
                campaign,
                version,
                asOf,
                written(attribution),
                ArmReport.of(treated, currency),
                ArmReport.of(heldOut, currency),
                lift == null ? null : Effect.of(lift, "Newcombe 1998, method 10"),
                revenue == null ? null : Effect.of(revenue, "Welch 1947"),
                new SampleRatio(rounded(expected, 2), heldOut.shoppers(), rounded(p, 6), !Verdict.ratioIsSuspicious(p)),
                rows.stream().mapToLong(ReportStore.ArmRow::inWindow).sum(),
                suppressed,
                deliveries,
                Verdict.of(treated, heldOut, lift == null ? new Interval(0, 0, 0) : lift, p));
    }

    /** As a person writes it: P14D, not PT336H. */
    private static String written(Duration duration) {
        return duration.equals(Duration.ofDays(duration.toDays()))
                ? "P" + duration.toDays() + "D"
                : duration.toString();
    }

    private static Arm arm(List<ReportStore.ArmRow> rows, boolean heldOut) {
        return rows.stream()
                .filter(row -> row.heldOut() == heldOut)
                .map(ReportStore.ArmRow::arm)
                .findFirst()
                .orElse(Arm.EMPTY);
    }

    private static double rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }
}
