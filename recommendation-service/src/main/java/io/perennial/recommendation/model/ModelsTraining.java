package io.perennial.recommendation.model;

import io.perennial.common.job.ChildJvm;
import io.perennial.recommendation.learning.LearningFolder;
import io.perennial.recommendation.learning.ModelsLearner;
import io.perennial.recommendation.learning.ModelsReport;
import io.perennial.recommendation.learning.ModelsSettings;
import io.perennial.recommendation.snapshot.PurchasesWriter;
import io.perennial.recommendation.snapshot.ShoppersWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has all models but the blend learnt in a JVM of its own from a snapshot of histories and orders, and publishes them together once they are
 * whole.
 */
@Component
@EnableConfigurationProperties(ModelProperties.class)
class ModelsTraining {

    private final TrainingData data;
    private final OrderData orders;
    private final Models models;
    private final ModelProperties properties;
    private final JsonMapper json;

    ModelsTraining(TrainingData data, OrderData orders, Models models, ModelProperties properties, JsonMapper json) {
        this.data = data;
        this.orders = orders;
        this.models = models;
        this.properties = properties;
        this.json = json;
    }

    /**
     * Says what came of it.
     *
     * @throws NothingToLearn where there is no interaction
     * @throws IllegalStateException where the child fails, is killed or takes too long: the models that stand go on answering
     */
    String train() {
        long start = System.nanoTime();
        LearningFolder folder = LearningFolder.create();
        try {
            ModelsSettings settings = export(folder);
            if (settings == null) {
                throw new NothingToLearn("there is no interaction to learn from; send events first");
            }
            Files.write(folder.settings(), json.writeValueAsBytes(settings));
            new ChildJvm(properties.heap(), properties.timeout())
                    .run(ModelsLearner.class, List.of(folder.folder().toString()), folder.log());
            ModelsReport report = json.readValue(Files.readAllBytes(folder.report()), ModelsReport.class);
            models.publish(artefacts(folder), provenance(settings, report, (System.nanoTime() - start) / 1e9));
            return "item-to-item of %d products from %d shoppers; popularity of %d products"
                    .formatted(report.products(), report.shoppers(), report.popular());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            folder.delete();
        }
    }

    /** Null where there is nothing. */
    private @Nullable ModelsSettings export(LearningFolder folder) {
        ShoppersWriter shoppers = new ShoppersWriter(folder.shoppers());
        try (shoppers) {
            data.forEachShopper(shoppers::add);
        }
        try (PurchasesWriter purchases = new PurchasesWriter(folder.purchases(), orders::categoryOf)) {
            orders.forEachShopper(purchases::add);
        }
        return shoppers.shoppers() == 0 ? null : properties.settings(shoppers.oldest(), shoppers.newest());
    }

    private static Map<ModelKind, byte[]> artefacts(LearningFolder folder) throws IOException {
        return Map.of(
                ModelKind.ITEM_TO_ITEM, Files.readAllBytes(folder.itemToItem()),
                ModelKind.POPULARITY, Files.readAllBytes(folder.popularity()),
                ModelKind.BASKET, Files.readAllBytes(folder.basket()),
                ModelKind.REPURCHASE, Files.readAllBytes(folder.repurchase()));
    }

    private Provenance provenance(ModelsSettings settings, ModelsReport report, double seconds) {
        return new Provenance(
                CodeVersion.of(ModelsTraining.class),
                settings.oldest(),
                settings.newest(),
                report.shoppers(),
                report.products(),
                report.interactions(),
                report.skipped(),
                properties.parameters(),
                null,
                report.evaluation(),
                seconds);
    }
}
