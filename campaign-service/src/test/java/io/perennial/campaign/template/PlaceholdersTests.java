package io.perennial.campaign.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.campaign.input.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTests {

    @Test
    void valuesAreFilledIn() {
        assertThat(Placeholders.fill(
                        "Hello {{ first_name }}, {{coupon}}!", Map.of("first_name", "Ada", "coupon", "X$1")))
                .isEqualTo("Hello Ada, X$1!");
    }

    @Test
    void whatIsUnknownLeavesItsDefault() {
        assertThat(Placeholders.fill("Hello {{first_name|there}}{{coupon}}", Map.of("first_name", " ")))
                .isEqualTo("Hello there");
    }

    @Test
    void valuesCannotBecomeHtml() {
        assertThat(Placeholders.fillHtml("<p title=\"{{name}}\">", Map.of("name", "\"><script>'&")))
                .isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;&#39;&amp;\">");
    }

    @Test
    void valuesCannotBecomeHeaders() {
        assertThat(Placeholders.fillLine("Hi {{name}}", Map.of("name", "x\r\nBcc: all@shop.example")))
                .isEqualTo("Hi x Bcc: all@shop.example");
    }

    @Test
    void valuesAreNotFilledAgain() {
        assertThat(Placeholders.fill("{{name}}", Map.of("name", "{{coupon}}", "coupon", "X")))
                .isEqualTo("{{coupon}}");
    }

    @Test
    void everyMistakeOfATemplateIsNamed() {
        List<FieldError> errors = new ArrayList<>();
        TemplateReader.read("t", Map.of("subject", "{{oops}}", "text", "{{event.size}}", "extra", 1), errors);

        assertThat(errors).extracting(FieldError::field).containsExactlyInAnyOrder("subject", "html", "extra");
    }
}
