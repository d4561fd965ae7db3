package io.perennial.recommendation.popularity;

import io.perennial.recommendation.artefact.ArtefactReader;
import io.perennial.recommendation.popularity.PopularityModel.Popular;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A popularity model as bytes: format, count, then id, score and newest time of each product; big-endian. */
public final class PopularityCodec {

    private static final int FORMAT = 0x50_4F_50_01;

    private PopularityCodec() {}

    public static byte[] write(PopularityModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeInt(model.mostPopularFirst().size());
            for (Popular popular : model.mostPopularFirst()) {
                out.writeUTF(popular.productId());
                out.writeDouble(popular.score());
                out.writeLong(popular.newest().toEpochMilli());
            }
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
    public static PopularityModel read(byte[] bytes) {
        ArtefactReader in = new ArtefactReader("A popularity model", bytes);
        in.requireFormat(FORMAT);
        int products = in.readCount(Short.BYTES + Double.BYTES + Long.BYTES);
        String[] ids = new String[products];
        double[] scores = new double[products];
        long[] newest = new long[products];
        for (int i = 0; i < products; i++) {
            ids[i] = in.readText();
            scores[i] = in.readDouble();
            newest[i] = in.readLong();
        }
        return new PopularityModel(ids, scores, newest);
    }
}
