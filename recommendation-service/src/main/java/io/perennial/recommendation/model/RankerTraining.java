package io.perennial.recommendation.model;

import io.perennial.recommendation.clicklog.ClickLog;
import io.perennial.recommendation.ranker.JudgedShelf;
import io.perennial.recommendation.ranker.RankerCodec;
import io.perennial.recommendation.ranker.RankerLearning;
import io.perennial.recommendation.ranker.RankerModel;
import io.perennial.recommendation.ranker.RankerReport;
import io.perennial.recommendation.ranker.ShelfRanker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Learns a ranker for each placement from what was chosen of its shelves, and publishes those that prove worth it. A placement that has none
 * keeps its fixed blend.
 */
@Component
class RankerTraining {

    private final ClickLog log;
    private final Models models;
    private final RankerProperties properties;

    RankerTraining(ClickLog log, Models models, ModelProperties properties) {
        this.log = log;
        this.models = models;
        this.properties = properties.ranker();
    }

    /**
     * Says what came of it.
     *
     * @throws NothingToLearn where no placement has one: the rankers that stand are taken back
     */
    String train() {
        long start = System.nanoTime();
        RankerLearning learning = new RankerLearning(properties.fewestChosen(), properties.orderWeight());
        Map<String, ShelfRanker> rankers = new HashMap<>();
        Map<String, RankerReport> reports = new TreeMap<>();
        for (Map.Entry<String, List<JudgedShelf>> shelves :
                log.judged(properties.most()).entrySet()) {
            RankerLearning.Learnt learnt = learning.learn(shelves.getValue());
            reports.put(shelves.getKey(), learnt.report());
            if (learnt.ranker() != null) {
                rankers.put(shelves.getKey(), learnt.ranker());
            }
        }
        if (rankers.isEmpty()) {
            models.retire(ModelKind.RANKER);
            throw new NothingToLearn(reports.isEmpty() ? "no shelf was seen yet" : said(reports));
        }
        models.publish(
                Map.of(ModelKind.RANKER, RankerCodec.write(new RankerModel(rankers))),
                new RankerProvenance(CodeVersion.of(RankerTraining.class), reports, (System.nanoTime() - start) / 1e9));
        return said(reports);
    }

    private static String said(Map<String, RankerReport> reports) {
        return reports.entrySet().stream()
                .map(report -> report.getKey() + ": "
                        + Objects.requireNonNullElse(report.getValue().refused(), "learnt"))
                .collect(Collectors.joining("; "));
    }
}
