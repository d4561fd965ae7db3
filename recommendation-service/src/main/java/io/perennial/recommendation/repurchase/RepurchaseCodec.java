package io.perennial.recommendation.repurchase;

import io.perennial.recommendation.artefact.ArtefactReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A repurchase model as bytes: format, count, then id and the three times of each product; big-endian. */
public final class RepurchaseCodec {

    private static final int FORMAT = 0x52_50_43_01;

    private RepurchaseCodec() {}

    public static byte[] write(RepurchaseModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            write(out, model.products);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a model.
     *
     * @throws IllegalStateException on another format or bytes cut short
     */
    public static RepurchaseModel read(byte[] bytes) {
        ArtefactReader in = new ArtefactReader("A repurchase model", bytes);
        in.requireFormat(FORMAT);
        return new RepurchaseModel(rhythms(in));
    }

    private static void write(DataOutputStream out, Map<String, Rhythm> rhythms) throws IOException {
        out.writeInt(rhythms.size());
        for (Map.Entry<String, Rhythm> entry : new TreeMap<>(rhythms).entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue().early().toMillis());
            out.writeLong(entry.getValue().typical().toMillis());
            out.writeLong(entry.getValue().late().toMillis());
        }
    }

    private static Map<String, Rhythm> rhythms(ArtefactReader in) {
        Map<String, Rhythm> rhythms = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            rhythms.put(
                    in.readText(),
                    new Rhythm(
                            Duration.ofMillis(in.readLong()),
                            Duration.ofMillis(in.readLong()),
                            Duration.ofMillis(in.readLong())));
        }
        return rhythms;
    }
}
