package io.perennial.recommendation.model;

import io.perennial.common.job.ChildJvm;
import io.perennial.recommendation.blend.BlendCodec;
import io.perennial.recommendation.blend.BlendModel;
import io.perennial.recommendation.learning.BlendLearner;
import io.perennial.recommendation.learning.BlendReport;
import io.perennial.recommendation.learning.BlendSettings;
import io.perennial.recommendation.learning.LearningFolder;
import io.perennial.recommendation.snapshot.ShoppersWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Has a blend learnt in a JVM of its own from a snapshot of the interactions of who consents, and publishes it once it is whole.
 * Where it is refused, no blend answers: the one that stood may know who has been erased since.
 */
@Component
class BlendTraining {

    private static final String VECTORS = "jdk.incubator.vector";

    private final TrainingData data;
    private final Models models;
    private final BlendProperties properties;
    private final BlendSettings settings;

    BlendTraining(TrainingData data, Models models, ModelProperties properties) {
        this.data = data;
        this.models = models;
        this.properties = properties.blend();
        this.settings = properties.blendSettings();
    }

    /**
     * Says what came of it.
     *
     * @throws NothingToLearn where there is too little, or popularity or item-to-item alone is better
     * @throws IllegalStateException where the child fails, is killed or takes too long: the blend that stands goes on answering
     */
    String train() {
        long start = System.nanoTime();
        LearningFolder folder = LearningFolder.create();
        try {
            int shoppers = export(folder);
            if (shoppers < properties.fewestShoppers()) {
                throw refused("%d shoppers are too few to learn a blend from; it takes %d"
                        .formatted(shoppers, properties.fewestShoppers()));
            }
            new ChildJvm(properties.heap(), properties.timeout(), VECTORS)
                    .run(BlendLearner.class, words(folder), folder.log());
            BlendReport report = BlendReport.read(folder.report());
            if (report.refused() != null) {
                throw refused(report.refused());
            }
            return published(folder, report, (System.nanoTime() - start) / 1e9);
        } finally {
            folder.delete();
        }
    }

    private int export(LearningFolder folder) {
        try (ShoppersWriter writer = new ShoppersWriter(folder.shoppers())) {
            data.forEachShopper((history, personal) -> {
                if (personal && !history.signals().isEmpty()) {
                    writer.add(history, true);
                }
            });
            return writer.shoppers();
        }
    }

    private List<String> words(LearningFolder folder) {
        BlendProvenance standing = models.publishedBlend();
        List<String> words = new ArrayList<>();
        words.add(folder.folder().toString());
        words.add(standing == null ? "" : standing.recipe());
        words.addAll(settings.words());
        return words;
    }

    private String published(LearningFolder folder, BlendReport report, double seconds) {
        byte[] artefact;
        try {
            artefact = Files.readAllBytes(folder.blend());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        BlendModel model = BlendCodec.read(artefact);
        models.publish(
                Map.of(ModelKind.BLEND, artefact),
                BlendProvenance.of(CodeVersion.of(BlendTraining.class), report, settings.window(), seconds));
        return String.format(
                Locale.ROOT,
                "blend of %d products from %d shoppers; NDCG@10 %.4f, item-to-item's %.4f, popularity's %.4f",
                model.products(),
                report.shoppers(),
                report.blend().ndcg10(),
                report.itemToItem().ndcg10(),
                report.popularity().ndcg10());
    }

    private NothingToLearn refused(String why) {
        models.retire(ModelKind.BLEND);
        return new NothingToLearn(why);
    }
}
