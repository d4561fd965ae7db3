package io.perennial.deploy.replay.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Cuts bytes into physical lines without copying them, and takes lines back that turned out to belong to nobody. */
final class LineReader {

    /** A line longer than this is dirt, whatever it says. */
    static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final Deque<byte[]> returned = new ArrayDeque<>();
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int position;
    private boolean ended;
    private @Nullable String broken;

    /** The current line is {@code bytes[from, to)}, valid until the next one is read. */
    byte[] bytes = buffer;

    int from;
    int to;
    long number;
    boolean terminated;
    boolean tooLong;

    LineReader(InputStream in) {
        this.in = in;
    }

    boolean next() throws IOException {
        tooLong = false;
        byte[] back = returned.poll();
        if (back != null) {
            take(back, 0, back.length, true);
            return true;
        }
        int searched = position;
        while (true) {
            for (int i = searched; i < filled; i++) {
                if (buffer[i] == '\n') {
                    int start = position;
                    position = i + 1;
                    take(buffer, start, i > start && buffer[i - 1] == '\r' ? i - 1 : i, true);
                    return true;
                }
            }
            if (ended) {
                int start = position;
                position = filled;
                if (start < filled) {
                    take(buffer, start, filled, false);
                }
                return start < filled;
            }
            makeRoom();
            searched = filled;
            fill();
        }
    }

    /** Gives back lines read after the current one: they are read again, the first one first. */
    void giveBack(List<byte[]> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            returned.addFirst(lines.get(i));
        }
        number -= lines.size();
    }

    /** Why the bytes ended before their time, once they have. */
    @Nullable String broken() {
        return broken;
    }

    private void take(byte[] source, int start, int end, boolean complete) {
        bytes = source;
        from = start;
        to = end;
        terminated = complete;
        tooLong |= end - start > LONGEST;
        number++;
    }

    private void makeRoom() {
        int kept = filled - position;
        if (kept > LONGEST) {
            // Keep its beginning for the report; the rest of the line is dropped as it comes.
            tooLong = true;
            kept = LONGEST;
        }
        byte[] target = kept * 2 > buffer.length ? Arrays.copyOf(buffer, buffer.length * 2) : buffer;
        System.arraycopy(buffer, position, target, 0, kept);
        buffer = target;
        position = 0;
        filled = kept;
    }

    private void fill() throws IOException {
        try {
            int count = in.read(buffer, filled, buffer.length - filled);
            ended = count < 0;
            filled += Math.max(0, count);
        } catch (EOFException | ZipException e) {
            // A gzip file cut off or damaged: what came before is still good.
            broken = "the gzip stream is broken: " + e.getMessage();
            ended = true;
        }
    }
}
