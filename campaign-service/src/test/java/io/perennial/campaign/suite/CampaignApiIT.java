package io.perennial.campaign.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

class CampaignApiIT extends CampaignSuite {

    @Test
    void theShippedCampaignsAreThere() {
        assertThat(String.valueOf(get("/v1/campaigns").getBody()))
                .contains("win-back", "welcome", "abandoned-cart", "PT20S");
        assertThat(get("/v1/templates/win-back").getBody()).containsKey("html");
    }

    @Test
    void everyChangeIsANewVersionAndTheSameAgainIsNone() {
        String active = """
                {"trigger": {"type": "event-seen", "event": "Test Versions"},
                 "actions": [{"type": "email", "template": "welcome"}]}
                """;
        String paused = active.replace("{\"trigger\"", "{\"status\": \"paused\", \"trigger\"");

        assertThat(put("/v1/campaigns/versions", active).getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(put("/v1/campaigns/versions", active).getBody()).containsEntry("version", 1);
        assertThat(put("/v1/campaigns/versions", paused).getBody()).containsEntry("version", 2);
        assertThat(get("/v1/campaigns/versions?version=1").getBody()).doesNotContainKey("status");
        assertThat(get("/v1/campaigns/versions").getBody()).containsEntry("status", "paused");
    }

    @Test
    void everyMistakeOfACampaignIsNamed() {
        ResponseEntity<Map<String, Object>> answer = put("/v1/campaigns/wrong", """
                {"trigger": {"type": "event-seen", "eventType": "purchase"},
                 "actions": [{"type": "email", "template": "nowhere"}],
                 "experiment": {"holdOut": 120}}
                """);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer.getBody()).containsEntry("type", "urn:perennial:problem:invalid-campaign");
        assertThat(String.valueOf(answer.getBody()))
                .contains(
                        "trigger.eventType", "actions[0].template", "experiment.holdOut", "PUT /v1/templates/nowhere");
        assertThat(get("/v1/campaigns/wrong").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void whatIsNoJsonOrNoNameIsABadRequest() {
        assertThat(put("/v1/campaigns/wrong", "{oops").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(put("/v1/campaigns/Wrong%20Name", "{}").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(get("/v1/decisions?outcome=maybe").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(get("/v1/decisions?cursor=forged").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(get("/v1/unsubscribe?token=forged").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aTemplateWithAnUnknownPlaceholderIsRefused() {
        ResponseEntity<Map<String, Object>> answer =
                put("/v1/templates/mine", "{\"subject\": \"Hi {{nmae}}\", \"text\": \"t\", \"html\": \"h\"}");

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(String.valueOf(answer.getBody())).contains("{{nmae}} is unknown");
        assertThat(put("/v1/templates/mine", "{\"subject\": \"Hi {{name}}\", \"text\": \"t\", \"html\": \"h\"}")
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void decisionsArePaged() {
        campaign("paged", "Test Paged", "");
        for (int i = 0; i < 3; i++) {
            shop.stream()
                    .publish(io.perennial.common.testkit.Events.track("Test Paged")
                            .by(newcomer())
                            .at(java.time.Instant.now().minusSeconds(864_000))
                            .build());
        }
        await().until(() -> items("/v1/decisions?campaign=paged").size() == 3);
        Map<String, Object> first = get("/v1/decisions?campaign=paged&limit=2").getBody();

        assertThat(first).containsKey("next");
        assertThat(items("/v1/decisions?campaign=paged&limit=2&cursor=" + (first == null ? "" : first.get("next"))))
                .hasSize(1);
    }

    @Test
    void nobodyComesInWithoutAKey() {
        ResponseEntity<Void> answer = RestClient.builder()
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
                .build()
                .get()
                .uri("http://localhost:" + port + "/v1/campaigns")
                .retrieve()
                .toBodilessEntity();

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    private List<?> items(String path) {
        Map<String, Object> body = get(path).getBody();
        return body == null ? List.of() : (List<?>) body.getOrDefault("items", List.of());
    }
}
