package io.perennial.recommendation.learning;

import io.perennial.common.job.ChildJvm;
import io.perennial.recommendation.algebra.Kernel;
import io.perennial.recommendation.blend.BlendCodec;
import io.perennial.recommendation.blend.Recipe;
import io.perennial.recommendation.snapshot.ShoppersReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The program of the JVM that learns a blend: {@code BlendLearner FOLDER RECIPE SETTING…}. It reads the shoppers in the folder, writes the
 * artefact and then the report beside them, and ends when its standard input does: with the service that started it.
 */
public final class BlendLearner {

    private BlendLearner() {}

    public static void main(String... words) throws IOException {
        LearningFolder folder = new LearningFolder(Path.of(words[0]));
        ChildJvm.endWithParent(folder::delete);
        Recipe standing = standing(words[1]);
        BlendSettings settings = BlendSettings.of(List.of(words).subList(2, words.length));
        BlendLearning learning = new BlendLearning(settings, Kernel.best(), System.out::println);
        BlendLearning.Learnt learnt =
                learning.learn(Interactions.of(new ShoppersReader(folder.shoppers()), settings.longest()), standing);
        if (learnt.model() != null) {
            Files.write(folder.blend(), BlendCodec.write(learnt.model()));
        }
        learnt.report().write(folder.unfinishedReport());
        Files.move(folder.unfinishedReport(), folder.report(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static @Nullable Recipe standing(String text) {
        try {
            return text.isEmpty() ? null : RecipeText.read(text);
        } catch (IllegalArgumentException olderForm) {
            return null;
        }
    }
}
