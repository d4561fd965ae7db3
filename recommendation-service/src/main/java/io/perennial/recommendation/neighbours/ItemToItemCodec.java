package io.perennial.recommendation.neighbours;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An item-to-item model as bytes: format, counts, ids, starts, neighbours, similarities; big-endian. */
public final class ItemToItemCodec {

    private static final int FORMAT = 0x49_32_49_01;

    private ItemToItemCodec() {}

    public static byte[] write(ItemToItemModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 + 12 * model.items.length + 8 * model.pairs());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeInt(model.items.length);
            out.writeInt(model.pairs());
            for (String item : model.items) {
                out.writeUTF(item);
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
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int format = in.readInt();
            if (format != FORMAT) {
                throw new IllegalStateException(
                        "An item-to-item model of format %08x, this reads %08x".formatted(format, FORMAT));
            }
            int products = in.readInt();
            int pairs = in.readInt();
            if (products < 0 || pairs < 0 || (long) products + pairs > bytes.length) {
                throw new IllegalStateException("An item-to-item model with impossible counts");
            }
            String[] items = new String[products];
            for (int i = 0; i < products; i++) {
                items[i] = in.readUTF();
            }
            int[] start = new int[products + 1];
            for (int i = 0; i <= products; i++) {
                start[i] = in.readInt();
            }
            int[] neighbours = new int[pairs];
            for (int i = 0; i < pairs; i++) {
                neighbours[i] = in.readInt();
            }
            float[] similarities = new float[pairs];
            for (int i = 0; i < pairs; i++) {
                similarities[i] = in.readFloat();
            }
            return new ItemToItemModel(items, start, neighbours, similarities);
        } catch (IOException e) {
            throw new IllegalStateException("An item-to-item model cut short", e);
        }
    }
}
