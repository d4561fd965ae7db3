package io.perennial.deploy.bench.churn;

import io.perennial.churn.table.CsvReader;
import io.perennial.churn.table.LabelledTable;
import io.perennial.churn.table.TextTable;
import io.perennial.deploy.bench.report.Benchmark;
import io.perennial.deploy.bench.report.CannotMeasure;
import io.perennial.deploy.bench.report.Figure;
import io.perennial.deploy.bench.report.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How well churn is foretold: on a given table, or on three public data sets through the same code. */
public final class ChurnQualityBenchmark implements Benchmark {

    @Override
    public String name() {
        return "churn-quality";
    }

    @Override
    public String help() {
        return ChurnQualitySettings.HELP;
    }

    @Override
    public List<String> jvmOptions() {
        return List.of("-Xmx2g", "-XX:+UseSerialGC");
    }

    @Override
    public List<Figure> run(List<String> options, Progress progress) {
        ChurnQualitySettings settings = ChurnQualitySettings.parse(options);
        Path given = settings.data();
        if (given != null) {
            TableQuality quality =
                    measure(progress, given, settings.label(), settings.id(), settings.dropped(), settings);
            return quality.figures("data");
        }
        List<Figure> figures = new ArrayList<>();
        Path telco = settings.file("telco-churn.csv.gz");
        TableQuality phones = measure(progress, telco, "Churn", "customerID", List.of(), settings);
        figures.add(phones.linearAuc("telco_auc"));
        figures.add(phones.bestAuc("telco_best_auc"));
        figures.add(phones.linearEce("telco_ece"));
        figures.add(phones.challengerAuc("telco_challenger_auc"));

        figures.addAll(new RetailQuality(settings.file("online-retail.csv.gz"), progress).measure());

        Path shoppers = settings.file("online-shoppers.csv.gz");
        TableQuality with = measure(progress, shoppers, "Revenue", null, List.of(), settings);
        figures.add(with.bestAuc("shoppers_auc"));
        figures.add(with.linearAuc("shoppers_linear_auc"));
        TableQuality without = measure(progress, shoppers, "Revenue", null, List.of("PageValues"), settings);
        figures.add(without.bestAuc("shoppers_auc_without_pagevalues"));
        figures.add(without.linearAuc("shoppers_linear_auc_without_pagevalues"));
        return figures;
    }

    private static TableQuality measure(
            Progress progress,
            Path file,
            String label,
            @Nullable String id,
            List<String> dropped,
            ChurnQualitySettings settings) {
        if (!Files.isReadable(file)) {
            throw new CannotMeasure("there is no file " + file);
        }
        try {
            TextTable table = CsvReader.read(file).without(dropped);
            progress.says(file.getFileName() + ": " + table.rows() + " rows, "
                    + table.names().size() + " columns" + (dropped.isEmpty() ? "" : ", without " + dropped));
            LabelledTable labelled = LabelledTable.of(table, label, id, settings.trusted());
            return TableQuality.of(labelled, settings.repeats(labelled.rows()), settings.seed(), progress);
        } catch (IOException e) {
            throw new CannotMeasure(file + " cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new CannotMeasure(file + ": " + e.getMessage(), e);
        }
    }
}
