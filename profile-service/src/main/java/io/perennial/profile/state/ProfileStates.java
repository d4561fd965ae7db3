package io.perennial.profile.state;

import io.perennial.common.event.Money;
import io.perennial.common.identity.Identifier.Kind;
import io.perennial.common.topic.ProfileState;
import io.perennial.profile.order.Purchases;
import io.perennial.profile.picture.Picture;
import io.perennial.profile.trait.Traits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Puts a profile into the words of the contract. */
@Component
@EnableConfigurationProperties(ShopSettings.class)
public class ProfileStates {

    private final Currency currency;

    ProfileStates(ShopSettings shop) {
        this.currency = shop.currency();
    }

    /** The state with this revision. */
    public ProfileState of(Profile profile, long revision, Instant now) {
        Picture picture = profile.picture();
        Map<String, Boolean> consents = new TreeMap<>();
        profile.consents().forEach((purpose, statement) -> consents.put(purpose.wire(), statement.granted()));
        Map<String, String> personal = new TreeMap<>();
        picture.personal().values().forEach((name, value) -> personal.put(name, value.toString()));
        return new ProfileState(
                profile.id().value(),
                revision,
                now,
                profile.ids(Kind.USER_ID),
                profile.ids(Kind.ANONYMOUS_ID),
                profile.standing().stage().wire(),
                picture.firstSeen().orElse(null),
                picture.lastSeen().orElse(null),
                picture.events(),
                profile.purchases().orders(),
                revenue(profile.purchases()),
                profile.rfm(),
                null,
                consents,
                channels(picture.personal()),
                picture.zone(),
                List.of(),
                personal);
    }

    /** In the shop's currency, with at least the decimals it has. */
    public Money revenue(Purchases purchases) {
        BigDecimal exact = purchases.revenue().stripTrailingZeros();
        return new Money(exact.setScale(Math.max(exact.scale(), currency.getDefaultFractionDigits())), currency);
    }

    /** Where a message could reach the shopper. */
    private static List<String> channels(Traits personal) {
        List<String> channels = new ArrayList<>(2);
        if (personal.text("email") != null) {
            channels.add("email");
        }
        if (personal.text("phone") != null) {
            channels.add("sms");
        }
        return channels;
    }
}
