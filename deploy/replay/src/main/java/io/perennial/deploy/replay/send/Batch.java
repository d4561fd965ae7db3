package io.perennial.deploy.replay.send;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Messages that travel together, as one body; what was written once is never written anew, so a retry is identical. */
final class Batch {

    private static final byte[] OPEN = "{\"batch\":[".getBytes(StandardCharsets.UTF_8);

    private final byte[] messages;
    private final int[] ends;
    private final byte[] close;

    private Batch(byte[] messages, int[] ends, byte[] close) {
        this.messages = messages;
        this.ends = ends;
        this.close = close;
    }

    int size() {
        return ends.length;
    }

    byte[] body() {
        byte[] body = Arrays.copyOf(OPEN, OPEN.length + messages.length + close.length);
        System.arraycopy(messages, 0, body, OPEN.length, messages.length);
        System.arraycopy(close, 0, body, OPEN.length + messages.length, close.length);
        return body;
    }

    /** The message at {@code index}, as text. */
    String message(int index) {
        int start = index == 0 ? 0 : ends[index - 1] + 1;
        return new String(messages, start, ends[index] - start, StandardCharsets.UTF_8);
    }

    /** Two batches of half as many messages; for finding the one an answer meant. */
    List<Batch> halves() {
        int middle = ends.length / 2;
        int cut = ends[middle - 1];
        int[] later = Arrays.copyOfRange(ends, middle, ends.length);
        Arrays.setAll(later, i -> later[i] - cut - 1);
        return List.of(
                new Batch(Arrays.copyOf(messages, cut), Arrays.copyOf(ends, middle), close),
                new Batch(Arrays.copyOfRange(messages, cut + 1, messages.length), later, close));
    }

    /** Collects messages, to which the caller writes their JSON one after the other. */
    static final class Builder extends ByteArrayOutputStream {

        private final List<Integer> ends = new ArrayList<>();

        Builder() {
            super(1 << 16);
        }

        void begin() {
            if (!ends.isEmpty()) {
                write(',');
            }
        }

        void end() {
            ends.add(count);
        }

        int messages() {
            return ends.size();
        }

        Batch build(String close) {
            Batch batch = new Batch(
                    toByteArray(),
                    ends.stream().mapToInt(Integer::intValue).toArray(),
                    close.getBytes(StandardCharsets.UTF_8));
            reset();
            ends.clear();
            return batch;
        }
    }
}
