package io.perennial.deploy.replay.table;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/** A file's bytes, inflated if its first bytes say gzip and without its byte order mark, knowing how much of the file is read. */
final class SourceFile extends InputStream {

    private final Counted file;
    private final InputStream content;
    private final long size;

    private SourceFile(Counted file, InputStream content, long size) {
        this.file = file;
        this.content = content;
        this.size = size;
    }

    static SourceFile open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new IOException(path + (Files.exists(path) ? " is not a regular file" : " does not exist"));
        }
        Counted file = new Counted(Files.newInputStream(path));
        BufferedInputStream raw = new BufferedInputStream(file, 1 << 16);
        byte[] magic = peek(raw, 2);
        boolean gzip = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
        BufferedInputStream content = gzip ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw;
        byte[] mark = peek(content, 3);
        if (mark.length >= 2 && (startsWith(mark, 0xff, 0xfe) || startsWith(mark, 0xfe, 0xff))) {
            throw new IOException(path + " is UTF-16; save it as UTF-8 or Latin-1");
        }
        if (mark.length == 3 && startsWith(mark, 0xef, 0xbb, 0xbf)) {
            content.skipNBytes(3);
        }
        return new SourceFile(file, content, Files.size(path));
    }

    private static byte[] peek(BufferedInputStream stream, int bytes) throws IOException {
        stream.mark(bytes);
        byte[] read = stream.readNBytes(bytes);
        stream.reset();
        return read;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        return IntStream.range(0, prefix.length).allMatch(i -> (bytes[i] & 0xff) == prefix[i]);
    }

    /** Between 0 and 1, by the bytes of the file itself: what is inflated cannot be known before. */
    double progress() {
        return size == 0 ? 1 : Math.min(1, (double) file.read / size);
    }

    @Override
    public int read() throws IOException {
        return content.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return content.read(target, offset, length);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** Counts what is taken from the file. */
    private static final class Counted extends FilterInputStream {

        private volatile long read;

        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            add(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            add(Math.max(0, count));
            return count;
        }

        // One thread reads; others only look.
        private void add(int count) {
            long now = read;
            read = now + count;
        }
    }
}
