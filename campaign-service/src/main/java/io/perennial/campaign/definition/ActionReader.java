package io.perennial.campaign.definition;

import io.perennial.campaign.coupon.CouponTerms;
import io.perennial.campaign.coupon.CouponValue;
import io.perennial.campaign.input.Fields;
import io.perennial.campaign.template.Placeholders;
import io.perennial.campaign.template.Template;
import io.perennial.common.event.Money;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads lists of actions, and checks that messages can be filled by what comes before them. */
final class ActionReader {

    private static final Pattern PREFIX = Pattern.compile("[A-Z0-9]{1,12}");
    private static final List<String> TYPES = List.of("email", "webhook", "coupon");
    private static final int MOST = 5;

    private final Function<String, @Nullable Template> templates;

    ActionReader(Function<String, @Nullable Template> templates) {
        this.templates = templates;
    }

    /** Reads the field {@code actions} of an object. */
    List<Action> read(Fields owner) {
        List<Action> actions = new ArrayList<>();
        boolean couponBefore = false;
        for (Fields action : owner.objects("actions")) {
            String type = action.requiredText("type", 20);
            Action read = switch (type) {
                case "email" -> email(action, couponBefore);
                case "webhook" -> webhook(action);
                case "coupon" -> coupon(action);
                default -> {
                    action.error("type", "'" + type + "' is unknown", "write one of " + String.join(", ", TYPES));
                    yield null;
                }
            };
            couponBefore |= "coupon".equals(type);
            if (read != null) {
                actions.add(read);
            }
            if (TYPES.contains(type)) {
                action.rejectUnknown();
            }
        }
        if (owner.has("actions") && owner.objects("actions").isEmpty()) {
            owner.error("actions", "is empty", "write at least one action");
        }
        if (owner.objects("actions").size() > MOST) {
            owner.error("actions", "has more than " + MOST + " actions", "write at most " + MOST);
        }
        return actions;
    }

    private Action email(Fields action, boolean couponBefore) {
        String name = action.requiredText("template", 64);
        Template template = name.isEmpty() ? null : templates.apply(name);
        if (!name.isEmpty() && template == null) {
            action.error(
                    "template",
                    "there is no template '" + name + "'",
                    "PUT /v1/templates/" + name + " first, or name another");
        }
        if (template != null
                && !couponBefore
                && !Collections.disjoint(template.placeholders(), Placeholders.OF_COUPON)) {
            action.error(
                    "template",
                    "'" + name + "' names a coupon, but none is issued before it",
                    "put a coupon action before this one");
        }
        return new Action.Email(name, action.text("subject", 200));
    }

    private static @Nullable Action webhook(Fields action) {
        String text = action.requiredText("url", 2000);
        try {
            URI url = new URI(text);
            boolean http = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
            if (http && url.getHost() != null && url.getUserInfo() == null) {
                return new Action.Webhook(url);
            }
        } catch (URISyntaxException e) {
            // said below
        }
        if (!text.isEmpty()) {
            action.error(
                    "url", "is not a web address", "write an address such as https://shop.example/hooks/perennial");
        }
        return null;
    }

    private static @Nullable Action coupon(Fields action) {
        BigDecimal percent = action.number("percent", "0.01", "100");
        BigDecimal amount = action.number("amount", "0.01", "1000000");
        String currency = action.text("currency", 3);
        if (action.has("percent") == action.has("amount")) {
            action.error("percent", "is not one value", "write either percent, or amount and currency");
        }
        Currency unit = null;
        if (action.has("amount")) {
            unit = Currency.getAvailableCurrencies().stream()
                    .filter(c -> c.getCurrencyCode().equals(currency))
                    .findFirst()
                    .orElse(null);
            if (unit == null) {
                action.error("currency", "is not a currency", "write an ISO-4217 code such as EUR");
            }
        }
        Duration validity = action.duration("validity", Duration.ofMinutes(1), Duration.ofDays(366));
        String prefix = action.text("prefix", 12);
        if (prefix != null && !PREFIX.matcher(prefix).matches()) {
            action.error(
                    "prefix", "'" + prefix + "' does not read well", "write capital letters and digits, at most 12");
        }
        CouponValue value = percent != null
                ? new CouponValue.Percent(percent)
                : amount != null && unit != null ? new CouponValue.Amount(new Money(amount, unit)) : null;
        return value == null
                ? null
                : new Action.Coupon(new CouponTerms(
                        value, validity == null ? Duration.ofDays(14) : validity, prefix == null ? "GIFT" : prefix));
    }
}
