package io.perennial.profile.picture;

import java.io.OutputStream;
import java.util.Arrays;

/** Bytes to be written one after another and used again; unlike the JDK's stream without a lock for each byte. */
final class GrowingBytes extends OutputStream {

    private byte[] bytes = new byte[4096];
    private int size;

    @Override
    public void write(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    /** What was written since the last call. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, size);
        size = 0;
        return taken;
    }
}
