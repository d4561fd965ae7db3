package io.perennial.common.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProfileIdTests {

    @Test
    void theIdIsTheSameForEver() {
        // Golden: stored everywhere, so a change here would orphan every shopper.
        ProfileId id = ProfileId.of(Identifier.user("17850"));

        assertThat(id).isEqualTo(ProfileId.of(Identifier.parse("userId:17850")));
        assertThat(id.value().version()).isEqualTo(5);
        assertThat(id.value().variant()).isEqualTo(2);
        assertThat(id).isNotEqualTo(ProfileId.of(Identifier.anonymous("17850")));
        assertThat(id.value()).isEqualTo(UUID.fromString("c6edaa03-889d-5254-ba8c-6989ae407b84"));
    }

    @Test
    void anIdentifierMayHoldColons() {
        assertThat(Identifier.parse("anonymousId:a:b").value()).isEqualTo("a:b");
        assertThat(Identifier.tryParse("17850")).isNull();
        assertThat(Identifier.tryParse("userId:")).isNull();
    }
}
