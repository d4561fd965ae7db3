package io.perennial.deploy.bench.peers;

import io.perennial.recommendation.neighbours.ItemToItemParameters;
import io.perennial.recommendation.neighbours.ItemToItemTrainer;
import java.nio.file.Path;

/** Our item-to-item neighbours, the file read before the clock starts. */
final class OurNeighbours {

    private OurNeighbours() {}

    /** File, shoppers, products, neighbours; writes lines {@code product,neighbour,similarity}. */
    public static void main(String... words) {
        var cells = Feedback.read(Path.of(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]))
                .matrix();
        var trainer = new ItemToItemTrainer(new ItemToItemParameters(Integer.parseInt(words[3]), 1, 0));
        trainer.neighbours(cells);
        SimilarProducts.of(Clocked.print(() -> trainer.neighbours(cells))).write(Path.of(words[4]));
    }
}
