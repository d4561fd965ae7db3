package io.perennial.ingest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.perennial.common.event.Attributes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyParserTests {

    private final BodyParser parser = new BodyParser(new MessageReader());

    @Test
    void aBatchIsCutIntoTheBytesOfItsMessages() {
        WireBody body = batch("{\"batch\" : [ {\"a\" :\"ü\"} ,\n{\"b\":[{}]}, 7, \"x\" ],\"writeKey\":\"k\"}");
        assertThat(texts(body)).containsExactly("{\"a\" :\"ü\"}", "{\"b\":[{}]}", "7", "x");
        assertThat(body.writeKey()).isEqualTo("k");
    }

    @Test
    void whatTheBatchSaysForAllIsReadWhereverItStands() {
        Envelope envelope = batch(
                        "{\"sentAt\":\"s\",\"batch\":[],\"context\":{\"a\":1.10},\"integrations\":{\"All\":false},\"sequence\":1}")
                .envelope();
        assertThat(envelope.sentAt()).isEqualTo("s");
        assertThat(envelope.context().number("a")).hasToString("1.10");
        assertThat(envelope.integrations().bool("All")).isFalse();
        assertThat(Envelope.of(Attributes.of(envelope.asMap()))).isEqualTo(envelope);
    }

    @Test
    void aSingleMessageIsItsWholeBody() {
        WireBody body = parser.single(bytes("{\"writeKey\":\" k \",\"sentAt\":\"s\",\"event\":\"E\"}"));
        assertThat(texts(body)).containsExactly("{\"writeKey\":\" k \",\"sentAt\":\"s\",\"event\":\"E\"}");
        assertThat(body.writeKey()).isEqualTo("k");
        assertThat(body.envelope()).isEqualTo(Envelope.NONE);
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(batch("\ufeff{\"batch\":[{\"a\":1}]}").messages()).hasSize(1);
    }

    @Test
    void oneUnreadableMessageLeavesTheOthersAlone() {
        WireBody body = batch("{\"batch\":[{\"n\":" + "9".repeat(5000) + "},{\"d\":" + "[".repeat(3000)
                + "]".repeat(3000) + "},{\"ok\":1}]}");
        assertThat(body.messages()).hasSize(3);
        var reader = new MessageReader();
        assertThatExceptionOfType(MalformedBodyException.class)
                .isThrownBy(() -> reader.read(body.messages().get(0)));
        assertThatExceptionOfType(MalformedBodyException.class)
                .isThrownBy(() -> reader.read(body.messages().get(1)));
        assertThat(reader.read(body.messages().get(2)).integer("ok")).isEqualTo(1);
    }

    @Test
    void theKeyIsKnownEvenWhereTheRestIsBroken() {
        assertThatExceptionOfType(MalformedBodyException.class)
                .isThrownBy(() -> batch("{\"writeKey\":\"k\",\n\"batch\":[{\"a\":}]}"))
                .satisfies(e -> {
                    assertThat(e.writeKey()).isEqualTo("k");
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e.column()).isPositive();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "1",
                "\"x\"",
                "{",
                "{\"batch\":[",
                "{\"batch\":[{}",
                "{\"batch\":[{}]",
                "{}",
                "{\"batch\":{}}",
                "{\"batch\":null}",
                "{\"batch\":[]}{}",
                "{\"batch\":[],}",
                "{\"context\":{\"a\":\"\u0001\"}}"
            })
    void whatIsNoBatchIsMalformed(String body) {
        assertThatExceptionOfType(MalformedBodyException.class).isThrownBy(() -> batch(body));
    }

    @Test
    void utf16IsNotTakenForJson() {
        assertThatExceptionOfType(MalformedBodyException.class)
                .isThrownBy(() -> parser.batch("{\"batch\":[]}".getBytes(StandardCharsets.UTF_16)))
                .withMessageContaining("UTF-8");
        assertThatExceptionOfType(MalformedBodyException.class)
                .isThrownBy(() -> parser.batch("{\"batch\":[]}".getBytes(StandardCharsets.UTF_16LE)));
    }

    private WireBody batch(String body) {
        return parser.batch(bytes(body));
    }

    private static List<String> texts(WireBody body) {
        return body.messages().stream()
                .map(message -> new String(message, StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
