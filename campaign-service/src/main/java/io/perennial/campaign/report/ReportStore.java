package io.perennial.campaign.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * SQL of the report. Decisions and orders lie under the identifier they came with; the copy of identities brings them
 * together here.
 */
@Repository
class ReportStore {

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An arm as it was drawn.
     *
     * @param expectedHeldOut sum of the probabilities with which its shoppers would have been held out
     * @param inWindow shoppers whose attribution window is still open
     * @param currency of the revenue; null where nobody ordered
     */
    record ArmRow(
            boolean heldOut,
            Arm arm,
            double expectedHeldOut,
            long inWindow,
            @Nullable String currency) {}

    /** Both arms by intention to treat: a shopper belongs to the arm of the first assignment, whatever came of it. */
    List<ArmRow> arms(String campaign, Duration attribution, Instant asOf) {
        return jdbc.sql("""
                        with assigned as (
                          select distinct on (shopper) shopper, outcome, hold_out, decided_at
                          from (select coalesce(i.profile_id, d.profile_id) as shopper, d.outcome, d.hold_out,
                                  d.decided_at, d.decision_id
                                from decision d left join identity_copy i on i.identifier = d.identifier
                                where d.campaign = :campaign and d.outcome in ('sent', 'held_out')
                                  and d.decided_at <= :asOf) as all_assigned
                          order by shopper, decided_at, decision_id),
                        bought as (
                          select coalesce(i.profile_id, p.profile_id) as shopper, p.ordered_at, p.amount, p.currency
                          from purchase p left join identity_copy i on i.identifier = p.identifier
                          where not p.cancelled and p.ordered_at <= :asOf
                            and p.ordered_at > (select min(decided_at) from assigned)),
                        effect as (
                          select a.shopper, a.outcome, a.hold_out, a.decided_at, count(b.shopper) as orders,
                            coalesce(sum(b.amount), 0) as revenue, max(b.currency) as currency
                          from assigned a left join bought b on b.shopper = a.shopper
                            and b.ordered_at > a.decided_at
                            and b.ordered_at <= a.decided_at + make_interval(secs => :window)
                          group by 1, 2, 3, 4)
                        select outcome = 'held_out' as held_out, count(*) as shoppers,
                          count(*) filter (where orders > 0) as converted, sum(revenue) as revenue,
                          sum(revenue * revenue) as revenue_squares, sum(hold_out) as expected_held_out,
                          count(*) filter (where decided_at + make_interval(secs => :window) > :asOf) as in_window,
                          max(currency) as currency
                        from effect group by 1
                        """)
                .param("campaign", campaign)
                .param("asOf", asOf.atOffset(ZoneOffset.UTC))
                .param("window", attribution.toSeconds())
                .query((row, n) -> new ArmRow(
                        row.getBoolean("held_out"),
                        new Arm(
                                row.getLong("shoppers"),
                                row.getLong("converted"),
                                row.getDouble("revenue"),
                                row.getDouble("revenue_squares")),
                        row.getDouble("expected_held_out"),
                        row.getLong("in_window"),
                        row.getString("currency")))
                .list();
    }

    Map<String, Long> suppressed(String campaign, Instant asOf) {
        return counts("""
                select reason, count(*) from decision
                where campaign = :campaign and outcome = 'suppressed' and decided_at <= :asOf
                group by 1 order by 1
                """, campaign, asOf);
    }

    Map<String, Long> deliveries(String campaign, Instant asOf) {
        return counts("""
                select state, count(*) from delivery
                where campaign = :campaign and created_at <= :asOf
                group by 1 order by 1
                """, campaign, asOf);
    }

    private Map<String, Long> counts(String sql, String campaign, Instant asOf) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql(sql)
                .param("campaign", campaign)
                .param("asOf", asOf.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }
}
