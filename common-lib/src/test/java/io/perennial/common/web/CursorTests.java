package io.perennial.common.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CursorTests {

    @Test
    void aCursorGivesBackItsParts() {
        assertThat(Cursor.decode(Cursor.encode("2026-01-01T00:00:00Z", "m:1/ü"), 2))
                .containsExactly("2026-01-01T00:00:00Z", "m:1/ü");
    }

    @Test
    void whatIsNoCursorIsABadRequestThatNamesTheField() {
        for (String forged : new String[] {"", "!!!", "YWJj", Cursor.encode("one", "two", "three")}) {
            assertThatThrownBy(() -> Cursor.decode(forged, 2)).isInstanceOfSatisfying(Problem.class, problem -> {
                assertThat(problem.status().value()).isEqualTo(400);
                assertThat(problem.toDetail().getProperties()).containsEntry("field", "cursor");
            });
        }
    }
}
