package io.perennial.campaign.coupon;

import io.perennial.common.event.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of coupons. */
@Repository
class CouponStore {

    private static final String COLUMNS =
            "code, decision_id, step, profile_id, user_id, campaign, percent, amount, currency, issued_at, expires_at,"
                    + " redeemed_at, order_id";

    private static final RowMapper<Coupon> COUPON = (row, n) -> new Coupon(
            row.getString("code"),
            row.getObject("decision_id", UUID.class),
            row.getInt("step"),
            row.getObject("profile_id", UUID.class),
            row.getString("user_id"),
            row.getString("campaign"),
            row.getBigDecimal("percent"),
            money(row.getBigDecimal("amount"), row.getString("currency")),
            row.getObject("issued_at", OffsetDateTime.class).toInstant(),
            row.getObject("expires_at", OffsetDateTime.class).toInstant(),
            instant(row.getObject("redeemed_at", OffsetDateTime.class)),
            row.getString("order_id"));

    private final JdbcClient jdbc;

    CouponStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it was stored; not where the code is taken. */
    boolean insert(Coupon coupon) {
        Money amount = coupon.amount();
        return jdbc.sql("""
                        insert into coupon (code, decision_id, step, profile_id, user_id, campaign, percent, amount,
                          currency, issued_at, expires_at)
                        values (:code, :decision, :step, :profile, :user, :campaign, :percent, :amount,
                          :currency, :issued, :expires)
                        on conflict (code) do nothing
                        """)
                        .param("code", coupon.code())
                        .param("decision", coupon.decisionId())
                        .param("step", coupon.step())
                        .param("profile", coupon.profileId())
                        .param("user", coupon.userId())
                        .param("campaign", coupon.campaign())
                        .param("percent", coupon.percent())
                        .param("amount", amount == null ? null : amount.amount())
                        .param(
                                "currency",
                                amount == null ? null : amount.currency().getCurrencyCode())
                        .param("issued", utc(coupon.issuedAt()))
                        .param("expires", utc(coupon.expiresAt()))
                        .update()
                == 1;
    }

    Optional<Coupon> find(String code) {
        return jdbc.sql("select " + COLUMNS + " from coupon where code = :code")
                .param("code", code)
                .query(COUPON)
                .optional();
    }

    List<Coupon> open(Collection<UUID> profileIds, Instant now) {
        return jdbc.sql("select " + COLUMNS + """
                         from coupon
                        where profile_id in (:profiles) and redeemed_at is null and expires_at > :now
                        order by expires_at, code
                        """)
                .param("profiles", profileIds)
                .param("now", utc(now))
                .query(COUPON)
                .list();
    }

    /** Marks an open coupon as redeemed; whether this call did. */
    boolean redeem(String code, String idempotencyKey, @Nullable String orderId, Instant now) {
        return jdbc.sql("""
                        update coupon set redeemed_at = :now, redemption_key = :key, order_id = :order
                        where code = :code and redeemed_at is null and expires_at > :now
                        """)
                        .param("code", code)
                        .param("key", idempotencyKey)
                        .param("order", orderId)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    boolean redeemedWith(String code, String idempotencyKey) {
        return jdbc.sql("select exists (select from coupon where code = :code and redemption_key = :key)")
                .param("code", code)
                .param("key", idempotencyKey)
                .query(Boolean.class)
                .single();
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null ? null : new Money(amount, Currency.getInstance(currency));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
