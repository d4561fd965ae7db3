package io.perennial.churn.history;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Non-negative numbers in as few bytes as they need, seven bits a byte, lowest first. */
final class Varint {

    private Varint() {}

    static void write(DataOutput out, long value) throws IOException {
        long rest = value;
        while (rest > 0x7F) {
            out.writeByte((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    static long read(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int part = in.get();
            value |= (long) (part & 0x7F) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number longer than 64 bits");
    }
}
