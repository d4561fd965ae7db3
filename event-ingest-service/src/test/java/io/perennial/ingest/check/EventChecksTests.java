package io.perennial.ingest.check;

import static io.perennial.ingest.check.Checks.accepted;
import static io.perennial.ingest.check.Checks.check;
import static io.perennial.ingest.check.Checks.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.common.event.Event;
import io.perennial.common.event.EventType;
import io.perennial.common.event.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventChecksTests {

    @Test
    void aTrackBecomesAnEvent() {
        Event event = accepted("""
                {"type":"track","messageId":"m1","userId":"u1","anonymousId":"a1","event":"Song Played",
                 "properties":{"minutes":3.5},"context":{"library":{"name":"x"}}}""");
        assertThat(event.type()).isEqualTo(EventType.TRACK);
        assertThat(event.name()).isEqualTo("Song Played");
        assertThat(event.userId()).isEqualTo("u1");
        assertThat(event.anonymousId()).isEqualTo("a1");
        assertThat(event.source()).isEqualTo("shop");
        assertThat(event.trust()).isEqualTo(Trust.SERVER);
        assertThat(event.timestamp()).isEqualTo(Checks.NOW);
        assertThat(event.receivedAt()).isEqualTo(Checks.NOW);
        assertThat(event.properties().number("minutes")).isEqualByComparingTo("3.5");
        assertThat(event.context().attributes("library").text("name")).isEqualTo("x");
    }

    @Test
    void theTypeOfThePathCountsMoreThanTheMessages() {
        var verdict = check("{\"type\":\"page\",\"userId\":\"u\",\"event\":\"E\"}", EventType.TRACK, Checks.receipt());
        assertThat(accepted(verdict).type()).isEqualTo(EventType.TRACK);
    }

    @Test
    void theTypeIsReadWithoutRegardToCase() {
        assertThat(accepted("{\"type\":\"Identify\",\"userId\":\"u\"}").type()).isEqualTo(EventType.IDENTIFY);
    }

    @Test
    void aMissingTypeIsRefused() {
        assertThat(rejected("{\"userId\":\"u\"}").code()).isEqualTo(RejectionCode.TYPE_MISSING);
    }

    @Test
    void anUnknownTypeIsRefused() {
        assertThat(rejected("{\"type\":\"purchase\",\"userId\":\"u\"}").code()).isEqualTo(RejectionCode.TYPE_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"event\":\"\"", ",\"event\":\" \"", ",\"event\":null", ",\"event\":{}"})
    void aTrackWithoutANameIsRefused(String event) {
        assertThat(rejected("{\"type\":\"track\",\"userId\":\"u\"" + event + "}")
                        .code())
                .isEqualTo(RejectionCode.EVENT_NAME_MISSING);
    }

    @Test
    void aPageNeedsNoNameAndItsCategoryIsAProperty() {
        Event event = accepted("{\"type\":\"page\",\"userId\":\"u\",\"category\":\"Docs\"}");
        assertThat(event.name()).isNull();
        assertThat(event.properties().text("category")).isEqualTo("Docs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"messageId\":null", ",\"messageId\":\"\"", ",\"messageId\":{}"})
    void aMessageIdIsMadeWhereThereIsNone(String messageId) {
        Event event = accepted("{\"type\":\"identify\",\"userId\":\"u\"" + messageId + "}");
        assertThat(event.messageId()).isEqualTo("made-by-ingest");
    }

    @Test
    void aMessageIdOf100CharactersIsTheLongest() {
        String longest = "m".repeat(100);
        assertThat(accepted("{\"type\":\"identify\",\"userId\":\"u\",\"messageId\":\"" + longest + "\"}")
                        .messageId())
                .isEqualTo(longest);
        assertThat(rejected("{\"type\":\"identify\",\"userId\":\"u\",\"messageId\":\"" + longest + "m\"}")
                        .code())
                .isEqualTo(RejectionCode.MESSAGE_ID_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"properties", "traits", "context"})
    void whatMustBeAnObjectIsOne(String field) {
        Rejection rejection = rejected("{\"type\":\"identify\",\"userId\":\"u\",\"" + field + "\":[1]}");
        assertThat(rejection.code()).isEqualTo(RejectionCode.FIELD_INVALID);
        assertThat(rejection.detail()).startsWith(field);
    }

    @Test
    void theBatchesContextIsMergedUnderTheMessages() {
        var receipt = new Receipt(
                "shop",
                Trust.BROWSER,
                Checks.NOW,
                null,
                Checks.attributes("{\"library\":{\"name\":\"analytics-java\"},\"app\":\"batch\"}"),
                Checks.attributes("{\"All\":true}"));
        Event event = accepted(check(
                "{\"type\":\"identify\",\"userId\":\"u\",\"context\":{\"app\":\"own\"},\"integrations\":{\"X\":false}}",
                null,
                receipt));
        assertThat(event.context().attributes("library").text("name")).isEqualTo("analytics-java");
        assertThat(event.context().text("app")).isEqualTo("own");
        assertThat(event.context().attributes("integrations").asMap())
                .containsEntry("All", true)
                .containsEntry("X", false);
    }

    @Test
    void theRejectionNamesTheMessage() {
        assertThat(check("{\"messageId\":\"m9\"}"))
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.messageId()).isEqualTo("m9"));
    }

    @Test
    void textThatNoDatabaseKeepsIsRefusedWithItsPath() {
        Rejection rejection =
                rejected("{\"type\":\"identify\",\"userId\":\"u\",\"traits\":{\"a\":[{\"b\":\"x\\u0000\"}]}}");
        assertThat(rejection.code()).isEqualTo(RejectionCode.TEXT_INVALID);
        assertThat(rejection.detail()).contains("traits.a[0].b");
        assertThat(rejected("{\"type\":\"identify\",\"userId\":\"\\ud800\"}").code())
                .isEqualTo(RejectionCode.TEXT_INVALID);
        assertThat(rejected("{\"type\":\"identify\",\"userId\":\"u\",\"traits\":{\"a\\u0000\":1}}")
                        .code())
                .isEqualTo(RejectionCode.TEXT_INVALID);
    }

    @Test
    void wholeSurrogatePairsAreText() {
        assertThat(accepted("{\"type\":\"identify\",\"userId\":\"u\",\"traits\":{\"a\":\"\\ud83d\\ude00\"}}")
                        .traits()
                        .text("a"))
                .isEqualTo("😀");
    }

    @Test
    void aNumberWhoseDigitsWouldFillTheMemoryIsRefused() {
        assertThat(rejected("{\"type\":\"identify\",\"userId\":\"u\",\"traits\":{\"a\":1e999999999}}")
                        .code())
                .isEqualTo(RejectionCode.NUMBER_OUT_OF_RANGE);
        assertThat(accepted("{\"type\":\"identify\",\"userId\":\"u\",\"traits\":{\"a\":1.7976931348623157e308}}"))
                .isNotNull();
    }

    @Test
    void nestingWithoutEndIsRefused() {
        String deep = "{\"a\":".repeat(40) + "1" + "}".repeat(40);
        assertThat(rejected("{\"type\":\"identify\",\"userId\":\"u\",\"traits\":" + deep + "}")
                        .code())
                .isEqualTo(RejectionCode.NESTED_TOO_DEEP);
    }
}
