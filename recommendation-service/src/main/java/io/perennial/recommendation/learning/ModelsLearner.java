package io.perennial.recommendation.learning;

import io.perennial.common.job.ChildJvm;
import io.perennial.recommendation.neighbours.ItemToItemCodec;
import io.perennial.recommendation.popularity.PopularityCodec;
import io.perennial.recommendation.repurchase.RepurchaseCodec;
import io.perennial.recommendation.snapshot.PurchasesReader;
import io.perennial.recommendation.snapshot.ShoppersReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program of the JVM that learns models: {@code ModelsLearner FOLDER}. It reads settings, shoppers and purchases in the folder, writes the
 * artefacts and then the report beside them, and ends when its standard input does: with the service that started it.
 */
public final class ModelsLearner {

    private ModelsLearner() {}

    public static void main(String... words) throws IOException {
        LearningFolder folder = new LearningFolder(Path.of(words[0]));
        ChildJvm.endWithParent(folder::delete);
        JsonMapper json = JsonMapper.builder().build();
        ModelsLearning.Learnt learnt = new ModelsLearning(
                        json.readValue(Files.readAllBytes(folder.settings()), ModelsSettings.class),
                        new ShoppersReader(folder.shoppers()),
                        new PurchasesReader(folder.purchases()))
                .learn();
        Files.write(folder.itemToItem(), ItemToItemCodec.write(learnt.itemToItem()));
        Files.write(folder.popularity(), PopularityCodec.write(learnt.popularity()));
        Files.write(folder.basket(), ItemToItemCodec.write(learnt.basket()));
        Files.write(folder.repurchase(), RepurchaseCodec.write(learnt.repurchase()));
        Files.write(folder.unfinishedReport(), json.writeValueAsBytes(learnt.report()));
        Files.move(folder.unfinishedReport(), folder.report(), StandardCopyOption.ATOMIC_MOVE);
    }
}
