package io.perennial.ingest.check;

import static io.perennial.ingest.check.Checks.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Event;
import org.junit.jupiter.api.Test;

class PersonalPartsTests {

    @Test
    void whatNamesAPersonIsMovedApart() {
        Event event = accepted("""
                {"type":"identify","userId":"u","traits":{"email":"a@example.org","first_name":"Ada","plan":"gold",
                 "address":{"city":"Turin"}},"context":{"ip":"10.0.0.1","locale":"it"}}""");
        assertThat(event.personal().email()).isEqualTo("a@example.org");
        assertThat(event.personal().values().text("firstName")).isEqualTo("Ada");
        assertThat(event.personal().values().attributes("address").text("city")).isEqualTo("Turin");
        assertThat(event.personal().values().text("ip")).isEqualTo("10.0.0.1");
        assertThat(event.traits().asMap()).containsOnlyKeys("plan");
        assertThat(event.context().asMap()).containsOnlyKeys("locale");
    }

    @Test
    void aProductKeepsItsName() {
        Event event = accepted(
                Checks.track("Product Viewed", "{\"product_id\":\"p\",\"name\":\"Mug\",\"Email\":\"a@example.org\"}"));
        assertThat(event.properties().text("name")).isEqualTo("Mug");
        assertThat(event.properties().has("Email")).isFalse();
        assertThat(event.personal().email()).isEqualTo("a@example.org");
    }

    @Test
    void aTracksContextTraitsAreMovedToo() {
        Event event = accepted("""
                {"type":"track","userId":"u","event":"E","context":{"traits":{"email":"a@example.org","plan":"gold"}}}""");
        assertThat(event.personal().email()).isEqualTo("a@example.org");
        assertThat(event.context().attributes("traits").asMap()).containsOnlyKeys("plan");
        assertThat(event.traits().isEmpty()).isTrue();
    }

    @Test
    void anIdentifysContextTraitsAreItsTraits() {
        Event event = accepted("""
                {"type":"identify","userId":"u","traits":{"plan":"gold"},
                 "context":{"traits":{"plan":"old","age":7,"name":"Ada"}}}""");
        assertThat(event.traits().asMap()).containsEntry("plan", "gold").containsEntry("age", 7);
        assertThat(event.personal().values().text("name")).isEqualTo("Ada");
        assertThat(event.context().has("traits")).isFalse();
    }

    @Test
    void aCompanysNameIsNobodys() {
        Event event =
                accepted("{\"type\":\"group\",\"userId\":\"u\",\"groupId\":\"g\",\"traits\":{\"name\":\"Acme\"}}");
        assertThat(event.traits().text("name")).isEqualTo("Acme");
        assertThat(event.personal().isEmpty()).isTrue();
    }
}
