package io.perennial.recommendation.neighbours;

import io.perennial.recommendation.artefact.ArtefactReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An item-to-item model as bytes: format, counts, ids, starts, neighbours, similarities; big-endian. */
public final class ItemToItemCodec {

    private static final int FORMAT = 0x49_32_49_01;

    private ItemToItemCodec() {}

    public static byte[] write(ItemToItemModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 + 12 * model.products() + 8 * model.pairs());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeInt(model.products());
            out.writeInt(model.pairs());
            for (int item = 0; item < model.products(); item++) {
                out.writeUTF(model.items.id(item));
            }
            for (int at : model.start) {
                out.writeInt(at);
            }
            for (int neighbour : model.neighbours) {
                out.writeInt(neighbour);
            }
            for (float similarity : model.similarities) {
                out.writeFloat(similarity);
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
    public static ItemToItemModel read(byte[] bytes) {
        ArtefactReader in = new ArtefactReader("An item-to-item model", bytes);
        in.requireFormat(FORMAT);
        int products = in.readCount(Short.BYTES + Integer.BYTES);
        int pairs = in.readCount(Integer.BYTES + Float.BYTES);
        String[] items = in.readTexts(products);
        return new ItemToItemModel(items, in.readInts(products + 1), in.readInts(pairs), in.readFloats(pairs));
    }
}
