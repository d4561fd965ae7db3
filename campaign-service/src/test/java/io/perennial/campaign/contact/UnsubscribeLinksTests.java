package io.perennial.campaign.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.identity.Identifier;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnsubscribeLinksTests {

    private static final UUID DECISION = UUID.fromString("11111111-2222-3333-4444-555555555555");
    private final UnsubscribeLinks links = links("secret-of-sixteen");

    @Test
    void aTokenSaysWhoseItIs() {
        UnsubscribeLinks.Claim claim = new UnsubscribeLinks.Claim(DECISION, Identifier.user("u 1:ü"));

        assertThat(links.read(links.token(claim))).isEqualTo(claim);
    }

    @Test
    void aLinkStartsWithThePublicAddress() {
        assertThat(links.link(DECISION, Identifier.user("u1")))
                .startsWith("https://shop.example/perennial/v1/unsubscribe?token=");
    }

    @Test
    void whatOthersSignedIsNotRead() {
        String foreign = links("another-secret-16").token(new UnsubscribeLinks.Claim(DECISION, Identifier.user("u1")));

        assertThat(links.read(foreign)).isNull();
        assertThat(links.read("")).isNull();
        assertThat(links.read("a.b")).isNull();
        assertThat(links.read("..")).isNull();
        assertThat(links.read("ü.ü")).isNull();
    }

    private static UnsubscribeLinks links(String secret) {
        return new UnsubscribeLinks(new ContactProperties(
                2,
                Duration.ofDays(7),
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                URI.create("https://shop.example/perennial/"),
                secret));
    }
}
