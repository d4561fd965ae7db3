package io.perennial.ingest.intake;

import io.perennial.ingest.check.CheckSettings;
import io.perennial.ingest.check.IdentifierPolicy;
import io.perennial.ingest.check.PersonalFields;
import io.perennial.ingest.check.ShopCurrency;
import io.perennial.ingest.check.TimePolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** What an installation may set about the checks; {@code event-ingest-service.yml} describes each. */
@Validated
@ConfigurationProperties("perennial.ingest")
record CheckProperties(
        @Valid Identifiers identifiers,
        @Valid Time time,
        @Valid Personal personal,
        @Valid Money money,
        @DefaultValue("900KB") DataSize maxRecord) {

    record Identifiers(
            Set<String> refused,
            @Min(1) @Max(1000) @DefaultValue("255") int maxLength) {}

    record Time(
            @DefaultValue("5m") Duration futureTolerance,
            @DefaultValue("365d") Duration futureLimit,
            @DefaultValue("1990-01-01T00:00:00Z") Instant earliest) {}

    record Personal(List<String> traits, List<String> properties, List<String> context) {}

    record Money(Currency currency, @DefaultValue List<@Valid Rate> rates) {}

    record Rate(
            Currency currency,
            @DefaultValue("1970-01-01") LocalDate from,
            @Positive BigDecimal rate) {}

    CheckSettings toSettings() {
        return new CheckSettings(
                new IdentifierPolicy(identifiers.refused(), identifiers.maxLength()),
                new TimePolicy(time.futureTolerance(), time.futureLimit(), time.earliest()),
                new PersonalFields(personal.traits(), personal.properties(), personal.context()),
                new ShopCurrency(
                        money.currency(),
                        money.rates().stream()
                                .map(rate -> new ShopCurrency.Rate(rate.currency(), rate.from(), rate.rate()))
                                .toList()));
    }
}
