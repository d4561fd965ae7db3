package io.perennial.deploy.bench.peers;

import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import java.util.List;

/** The twenty most similar products of every product by the cosine of their shoppers, ours and Mahout's, each with two threads. */
public final class NeighbourContest {

    private static final int TOP = 20;
    private static final String HEAP = "2g";

    private final Progress progress;

    public NeighbourContest(Progress progress) {
        this.progress = progress;
    }

    public List<Figure> measure() {
        try (var folder = new ContestFolder()) {
            return measure(folder);
        }
    }

    private List<Figure> measure(ContestFolder folder) {
        var shop = ContestShop.drawn(progress);
        var file = folder.file("neighbours.csv");
        shop.write(file);
        var ourLists = folder.file("ours");
        var ours = OwnProgram.ours()
                .run(HEAP, OurNeighbours.class.getName(), file, shop.shoppers(), shop.items(), TOP, ourLists);
        progress.says("Ours: " + ours);
        var mahoutLists = folder.file("mahout");
        var mahout = OwnProgram.peers().run(HEAP, "io.perennial.deploy.peers.MahoutNeighbours", file, mahoutLists, TOP);
        progress.says("Mahout: " + mahout);
        var overlap = SimilarProducts.read(ourLists).overlap(SimilarProducts.read(mahoutLists));
        return List.of(
                new Figure("itemknn_interactions", shop.cells()),
                new Figure("itemknn_seconds", ours.seconds()),
                new Figure("itemknn_mahout_seconds", mahout.seconds()),
                new Figure("itemknn_mahout_ratio", mahout.seconds() / ours.seconds()),
                new Figure("itemknn_mahout_overlap", overlap));
    }
}
