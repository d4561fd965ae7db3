package io.perennial.recommendation.artefact;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a {@link java.io.DataOutputStream} wrote, lists of numbers as wholes. Every method throws IllegalStateException where the
 * bytes end too early. Not thread-safe.
 */
public final class ArtefactReader {

    private final String name;
    private final ByteBuffer bytes;

    /** @param name of what is read, for messages: "A blend" */
    public ArtefactReader(String name, byte[] bytes) {
        this.name = name;
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** Reads a format's number; throws IllegalStateException where it is another. */
    public void requireFormat(int expected) {
        int format = readInt();
        if (format != expected) {
            throw new IllegalStateException("%s of format %08x, this reads %08x".formatted(name, format, expected));
        }
    }

    /** Reads how many of something follow, each of at least so many bytes; throws IllegalStateException where they cannot. */
    public int readCount(int bytesOfEach) {
        int count = readInt();
        if (count < 0 || (long) count * bytesOfEach > bytes.remaining()) {
            throw new IllegalStateException("%s cut short or with an impossible count of %d".formatted(name, count));
        }
        return count;
    }

    public int readInt() {
        require(Integer.BYTES);
        return bytes.getInt();
    }

    public long readLong() {
        require(Long.BYTES);
        return bytes.getLong();
    }

    public float readFloat() {
        require(Float.BYTES);
        return bytes.getFloat();
    }

    public double readDouble() {
        require(Double.BYTES);
        return bytes.getDouble();
    }

    /** What {@code writeUTF} wrote. */
    public String readText() {
        require(Short.BYTES);
        int start = bytes.position();
        int length = Short.toUnsignedInt(bytes.getShort());
        require(length);
        bytes.position(bytes.position() + length);
        for (int at = start + Short.BYTES; at < bytes.position(); at++) {
            if (bytes.get(at) <= 0) {
                return modified(start, Short.BYTES + length);
            }
        }
        return new String(bytes.array(), start + Short.BYTES, length, StandardCharsets.US_ASCII);
    }

    public String[] readTexts(int count) {
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = readText();
        }
        return texts;
    }

    public int[] readInts(int count) {
        require((long) count * Integer.BYTES);
        int[] ints = new int[count];
        bytes.asIntBuffer().get(ints);
        bytes.position(bytes.position() + count * Integer.BYTES);
        return ints;
    }

    public float[] readFloats(int count) {
        require((long) count * Float.BYTES);
        float[] floats = new float[count];
        bytes.asFloatBuffer().get(floats);
        bytes.position(bytes.position() + count * Float.BYTES);
        return floats;
    }

    /** Modified UTF-8, which only ASCII shares with others. */
    private String modified(int start, int length) {
        try {
            return new DataInputStream(new ByteArrayInputStream(bytes.array(), start, length)).readUTF();
        } catch (IOException e) {
            throw new IllegalStateException(name + " with a garbled text", e);
        }
    }

    private void require(long more) {
        if (bytes.remaining() < more) {
            throw new IllegalStateException(name + " cut short");
        }
    }
}
