package io.perennial.campaign.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.perennial.campaign.coupon.CouponTerms;
import io.perennial.campaign.coupon.CouponValue;
import io.perennial.campaign.definition.CampaignReader.Reading;
import io.perennial.campaign.input.FieldError;
import io.perennial.campaign.template.Template;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class CampaignReaderTests {

    private static final Map<String, Object> EMAIL = Map.of("type", "email", "template", "plain");
    private static final Map<String, Object> SEEN = Map.of("type", "event-seen", "event", "Order Completed");

    @Test
    void aFullCampaignIsRead() {
        Campaign campaign = valid(Map.of(
                "trigger", Map.of("type", "churn-band-reached", "bands", List.of("high", "medium")),
                "actions",
                        List.of(
                                Map.of("type", "coupon", "percent", 12.5, "validity", "P7D", "prefix", "BACK"),
                                Map.of("type", "email", "template", "with-coupon", "subject", "Come back")),
                "reentry", "P90D",
                "experiment", Map.of("holdOut", 20, "variants", List.of(Map.of("name", "a", "weight", 2)))));

        assertThat(campaign.trigger()).isEqualTo(new Trigger.ChurnBandReached(Set.of("high", "medium")));
        assertThat(campaign.holdOut()).isEqualTo(0.2);
        assertThat(campaign.salt()).isEqualTo("test");
        assertThat(campaign.reentry()).isEqualTo(new Reentry.After(Duration.ofDays(90)));
        assertThat(campaign.treatment("a").actions())
                .containsExactly(
                        new Action.Coupon(new CouponTerms(
                                new CouponValue.Percent(new BigDecimal("12.5")), Duration.ofDays(7), "BACK")),
                        new Action.Email("with-coupon", "Come back"));
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        Campaign campaign = valid(Map.of("trigger", SEEN, "actions", List.of(EMAIL)));

        assertThat(campaign.active()).isTrue();
        assertThat(campaign.freshness()).isEqualTo(Duration.ofHours(1));
        assertThat(campaign.reentry()).isEqualTo(new Reentry.After(Duration.ofDays(30)));
        assertThat(campaign.holdOut()).isZero();
        assertThat(campaign.treatments()).hasSize(1);
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        Map<String, Object> written = new HashMap<>();
        written.put("status", "on");
        written.put("trigger", Map.of("type", "event-seen", "eventType", "purchase"));
        written.put(
                "actions",
                List.of(
                        Map.of("type", "email", "template", "nowhere"),
                        Map.of("type", "coupon", "percent", 120),
                        Map.of("type", "webhook", "url", "ftp://x"),
                        Map.of("type", "pigeon")));
        written.put("freshness", "1h");
        written.put("experiment", Map.of("holdOut", -5));
        written.put("reentyr", "never");

        assertThat(fields(written))
                .containsExactlyInAnyOrder(
                        "status",
                        "trigger.eventType",
                        "actions[0].template",
                        "actions[1].percent",
                        "actions[2].url",
                        "actions[3].type",
                        "freshness",
                        "experiment.holdOut",
                        "reentyr");
    }

    @Test
    void anEmptyCampaignLacksTriggerAndActions() {
        assertThat(fields(Map.of())).containsExactlyInAnyOrder("trigger", "actions");
    }

    @Test
    void aTemplateThatNamesACouponNeedsOneBeforeIt() {
        Map<String, Object> mail = Map.of("type", "email", "template", "with-coupon");

        assertThat(fields(Map.of("trigger", SEEN, "actions", List.of(mail)))).containsExactly("actions[0].template");
        assertThat(fields(Map.of("trigger", SEEN, "actions", List.of(mail, Map.of("type", "coupon", "percent", 10)))))
                .containsExactly("actions[0].template");
    }

    @Test
    void whatGetAnswersMayBePutBack() {
        assertThat(valid(Map.of(
                                "name",
                                "test",
                                "version",
                                3,
                                "changedAt",
                                "2026-03-01T10:00:00Z",
                                "trigger",
                                SEEN,
                                "actions",
                                List.of(EMAIL)))
                        .name())
                .isEqualTo("test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"win-back", "welcome", "abandoned-cart"})
    void shippedCampaignsAreValid(String name) throws IOException {
        String json = new ClassPathResource("shipped/campaigns/" + name + ".json")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("${perennial.campaign.shipped.cart-wait}", "PT1H");
        Map<String, Object> written = new JsonMapper().readValue(json, new TypeReference<>() {});

        assertThat(CampaignReader.read(name, written, template -> new Template(template, "s", "t", "h")))
                .isInstanceOf(Reading.Valid.class);
    }

    private static Campaign valid(Map<String, Object> written) {
        return switch (CampaignReader.read("test", written, CampaignReaderTests::template)) {
            case Reading.Valid(Campaign campaign) -> campaign;
            case Reading.Invalid(List<FieldError> errors) -> throw new AssertionError(errors.toString());
        };
    }

    private static List<String> fields(Map<String, Object> written) {
        return switch (CampaignReader.read("test", written, CampaignReaderTests::template)) {
            case Reading.Valid(Campaign campaign) -> throw new AssertionError("valid: " + campaign);
            case Reading.Invalid(List<FieldError> errors) ->
                errors.stream().map(FieldError::field).toList();
        };
    }

    private static @Nullable Template template(String name) {
        return switch (name) {
            case "plain" -> new Template(name, "s", "t", "h");
            case "with-coupon" -> new Template(name, "s", "{{coupon}}", "h");
            default -> null;
        };
    }
}
