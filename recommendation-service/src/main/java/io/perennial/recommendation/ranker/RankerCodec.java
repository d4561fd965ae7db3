package io.perennial.recommendation.ranker;

import io.perennial.recommendation.artefact.ArtefactReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rankers as bytes: format, count, then of each the placement, the intercept, and weights by feature and examination by place, each as
 * count and doubles; big-endian.
 */
public final class RankerCodec {

    private static final int FORMAT = 0x52_4E_4B_01;
    private static final int MOST = 1_000;

    private RankerCodec() {}

    public static byte[] write(RankerModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeInt(model.byPlacement.size());
            for (Map.Entry<String, ShelfRanker> entry : new TreeMap<>(model.byPlacement).entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeDouble(entry.getValue().intercept);
                write(out, entry.getValue().weights);
                write(out, entry.getValue().examination);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads rankers.
     *
     * @throws IllegalStateException on another format, other features, or bytes cut short
     */
    public static RankerModel read(byte[] bytes) {
        ArtefactReader in = new ArtefactReader("Rankers", bytes);
        in.requireFormat(FORMAT);
        Map<String, ShelfRanker> byPlacement = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String placement = in.readText();
            double intercept = in.readDouble();
            double[] weights = read(in);
            double[] examination = read(in);
            if (weights.length != Feature.values().length || examination.length == 0) {
                throw new IllegalStateException(
                        "Rankers of %d features, this knows %d".formatted(weights.length, Feature.values().length));
            }
            byPlacement.put(placement, new ShelfRanker(weights, intercept, examination));
        }
        return new RankerModel(byPlacement);
    }

    private static void write(DataOutputStream out, double[] values) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] read(ArtefactReader in) {
        int count = in.readCount(Double.BYTES);
        if (count > MOST) {
            throw new IllegalStateException("Rankers with a list of " + count + " numbers");
        }
        double[] values = new double[count];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}
