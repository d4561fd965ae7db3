package io.perennial.campaign.contact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of whom we may contact.
 *
 * @param capMessages most messages a shopper within {@code capPer}, over all campaigns
 * @param maxCopyAge how far our copy of the profiles may be behind before sending waits
 * @param patience how long a decision waits for the profile to catch up with its trigger before it takes no for an answer
 * @param publicUrl where shoppers reach this service, for the unsubscribe link
 * @param linkSecret signs the unsubscribe link
 */
@Validated
@ConfigurationProperties("perennial.campaign.contact")
public record ContactProperties(
        @Positive int capMessages,
        Duration capPer,
        Duration maxCopyAge,
        Duration patience,
        @NotNull URI publicUrl,
        @NotBlank @Size(min = 16) String linkSecret) {

    public FrequencyCap cap() {
        return new FrequencyCap(capMessages, capPer);
    }
}
