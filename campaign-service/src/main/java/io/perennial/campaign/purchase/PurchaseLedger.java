package io.perennial.campaign.purchase;

import io.perennial.common.event.Event;
import io.perennial.common.job.LeaderLock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Remembers orders young enough to be the effect of a campaign. */
@Component
public class PurchaseLedger {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final LeaderLock leader;
    private final PurchaseProperties properties;
    private final Clock clock;

    PurchaseLedger(JdbcClient jdbc, JsonMapper json, LeaderLock leader, PurchaseProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.leader = leader;
        this.properties = properties;
        this.clock = clock;
    }

    /** Takes up what a batch of events says of orders, in any order, in the current transaction. */
    public void record(List<Event> batch) {
        Instant oldest = clock.instant().minus(properties.retention());
        Map<String, Purchase> latest = new LinkedHashMap<>();
        for (Event event : batch) {
            Purchase purchase = event.occurredAt().isBefore(oldest) ? null : Purchase.of(event);
            if (purchase != null) {
                latest.merge(purchase.orderId(), purchase, Purchase::merge);
            }
        }
        if (!latest.isEmpty()) {
            upsert(latest.values());
        }
    }

    private void upsert(Collection<Purchase> purchases) {
        jdbc.sql("""
                        insert into purchase as p
                          (order_id, profile_id, identifier, ordered_at, said_at, message_id, amount, currency, cancelled)
                        select "orderId", "profileId", identifier, "orderedAt", "saidAt", "messageId", amount,
                          currency, cancelled
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r(
                          "orderId" text, "profileId" uuid, identifier text, "orderedAt" timestamptz,
                          "saidAt" timestamptz, "messageId" text, amount numeric, currency text,
                          cancelled boolean)
                        order by "orderId"
                        on conflict (order_id) do update set
                          ordered_at = least(p.ordered_at, excluded.ordered_at),
                          (profile_id, identifier, said_at, message_id, amount, currency, cancelled) = (
                            select case when later then excluded.profile_id else p.profile_id end,
                                   case when later then excluded.identifier else p.identifier end,
                                   case when later then excluded.said_at else p.said_at end,
                                   case when later then excluded.message_id else p.message_id end,
                                   case when later then excluded.amount else p.amount end,
                                   case when later then excluded.currency else p.currency end,
                                   case when later then excluded.cancelled else p.cancelled end
                            from (select (excluded.said_at, excluded.message_id)
                                       > (p.said_at, p.message_id) as later) as l)
                        """).param("rows", json.writeValueAsString(purchases)).update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forgetOld() {
        leader.runIfLeader(
                "campaign-forget-purchases",
                () -> jdbc.sql("delete from purchase where said_at < :oldest")
                        .param(
                                "oldest",
                                clock.instant().minus(properties.retention()).atOffset(ZoneOffset.UTC))
                        .update());
    }
}
