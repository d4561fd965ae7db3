package io.perennial.ingest.check;

import static io.perennial.ingest.check.Checks.accepted;
import static io.perennial.ingest.check.Checks.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTests {

    @ParameterizedTest
    @CsvSource({
        "17850,17850",
        "17850.0,17850",
        "1.785e4,17850",
        "'\" 17850 \"',17850",
        "'\"a-7\"',a-7",
        "12345678901234567890,12345678901234567890"
    })
    void aUserIdIsAStringOrAWholeNumber(String sent, String read) {
        assertThat(accepted("{\"type\":\"identify\",\"userId\":" + sent + "}").userId())
                .isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"null\"",
                "\"NULL\"",
                "\" undefined \"",
                "\"anonymous\"",
                "\"guest\"",
                "\"-1\"",
                "-1",
                "0",
                "0.0",
                "0e5",
                "\"0000\"",
                "\"00000000-0000-0000-0000-000000000000\"",
                "\"\"",
                "\"  \"",
                "17.5",
                "true",
                "{}",
                "[]",
                "1e300"
            })
    void placeholdersNameNobody(String userId) {
        assertThat(rejected("{\"type\":\"identify\",\"userId\":" + userId + "}").code())
                .isEqualTo(RejectionCode.IDENTIFIER_REFUSED);
    }

    @Test
    void aPlaceholderBesideAGoodIdentifierIsDroppedAndTheEventKept() {
        var event = accepted("{\"type\":\"page\",\"userId\":\"undefined\",\"anonymousId\":\"a1\"}");
        assertThat(event.userId()).isNull();
        assertThat(event.anonymousId()).isEqualTo("a1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"page\"}", "{\"type\":\"page\",\"userId\":null,\"anonymousId\":null}"})
    void somebodyMustBeNamed(String message) {
        Rejection rejection = rejected(message);
        assertThat(rejection.code()).isEqualTo(RejectionCode.IDENTIFIER_MISSING);
        assertThat(rejection.detail()).contains("userId", "anonymousId");
    }

    @Test
    void anIdentifierThatIsTooLongIsRefused() {
        assertThat(rejected("{\"type\":\"page\",\"userId\":\"" + "u".repeat(256) + "\"}")
                        .code())
                .isEqualTo(RejectionCode.IDENTIFIER_REFUSED);
    }

    @Test
    void anAliasNeedsBothIds() {
        assertThat(accepted("{\"type\":\"alias\",\"userId\":\"u\",\"previousId\":\"p\"}")
                        .previousId())
                .isEqualTo("p");
        assertThat(rejected("{\"type\":\"alias\",\"userId\":\"u\"}").code())
                .isEqualTo(RejectionCode.PREVIOUS_ID_MISSING);
        assertThat(rejected("{\"type\":\"alias\",\"anonymousId\":\"a\",\"previousId\":\"p\"}")
                        .code())
                .isEqualTo(RejectionCode.IDENTIFIER_MISSING);
        assertThat(rejected("{\"type\":\"alias\",\"userId\":\"u\",\"previousId\":\"guest\"}")
                        .code())
                .isEqualTo(RejectionCode.IDENTIFIER_REFUSED);
    }

    @Test
    void aGroupNeedsItsId() {
        assertThat(accepted("{\"type\":\"group\",\"userId\":\"u\",\"groupId\":7}")
                        .groupId())
                .isEqualTo("7");
        assertThat(rejected("{\"type\":\"group\",\"userId\":\"u\"}").code()).isEqualTo(RejectionCode.GROUP_ID_MISSING);
    }
}
