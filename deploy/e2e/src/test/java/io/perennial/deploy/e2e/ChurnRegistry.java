package io.perennial.deploy.e2e;

import static io.perennial.deploy.local.service.Service.CHURN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The churn models there are and who serves, as an operator sees them. */
record ChurnRegistry(RunningSuite shop) {

    private static final String SHOPPER = "17850";

    /** Makes sure that the registry is whole: one champion, which serves and is who was crowned last, and no damaged model. */
    String champion() {
        var models = models();
        assertThat(models)
                .allSatisfy(model -> assertThat(model.path("damaged").asBoolean(true))
                        .as(model.path("id").asString())
                        .isFalse());
        var published = models.stream()
                .filter(model -> model.path("published").asBoolean(false))
                .map(model -> model.path("id").asString())
                .toList();
        assertThat(published).hasSize(1);
        var champion = published.getFirst();
        assertThat(changes(1))
                .allSatisfy(
                        change -> assertThat(change.path("model").asString()).isEqualTo(champion));
        assertThat(shop.get(CHURN, "/v1/churn/" + SHOPPER).expect(200).text("model/id"))
                .isEqualTo(champion);
        return champion;
    }

    /** Newest first. */
    List<String> ids() {
        return models().stream().map(model -> model.path("id").asString()).toList();
    }

    /** Why the champions changed by a call of this round, first to last. */
    List<String> reasons(String round) {
        return changes(500).reversed().stream()
                .map(change -> change.path("reason").asString())
                .filter(reason -> reason.startsWith(round + ","))
                .collect(Collectors.toList());
    }

    Answer promote(String model, String reason) {
        return shop.post(CHURN, "/v1/churn-models/" + model + "/promote", "{\"reason\":\"" + reason + "\"}");
    }

    Answer rollback(String from, String reason) {
        return shop.post(
                CHURN, "/v1/churn-models/rollback", "{\"from\":\"" + from + "\",\"reason\":\"" + reason + "\"}");
    }

    private List<JsonNode> models() {
        return shop.get(CHURN, "/v1/churn-models?target=churn&limit=100")
                .expect(200)
                .list("items");
    }

    private List<JsonNode> changes(int limit) {
        return shop.get(CHURN, "/v1/churn-models/changes?limit=" + limit)
                .expect(200)
                .list("items");
    }
}
