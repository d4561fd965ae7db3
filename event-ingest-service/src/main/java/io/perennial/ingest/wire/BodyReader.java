package io.perennial.ingest.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Reads a body whole, within a limit. gzip is known by its first bytes, not by its header: some clients forget the header,
 * some proxies inflate and leave it.
 */
public final class BodyReader {

    private static final int GZIP_BUFFER = 8 * 1024;

    private BodyReader() {}

    /**
     * The raw bytes.
     *
     * @throws BodyTooLargeException as soon as more than {@code limit} bytes have come
     * @throws IOException where the sender went away
     */
    public static byte[] read(InputStream in, int limit) throws IOException {
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new BodyTooLargeException(bytes, limit);
        }
        return bytes;
    }

    public static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    }

    /**
     * The bytes as they were before compression; unchanged where they are no gzip.
     *
     * @throws BodyTooLargeException as soon as more than {@code limit} bytes have been inflated
     * @throws MalformedBodyException where the gzip is broken or cut off
     */
    public static byte[] inflate(byte[] bytes, int limit) {
        if (!isGzip(bytes)) {
            return bytes;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes), GZIP_BUFFER)) {
            return read(in, limit);
        } catch (IOException e) {
            throw new MalformedBodyException(
                    "the gzip body is broken (" + e.getMessage() + "); send it whole, or without gzip", 0, 0, null);
        }
    }

    /** At most the first {@code length} bytes. */
    public static byte[] beginning(byte[] bytes, int length) {
        return bytes.length <= length ? bytes : Arrays.copyOf(bytes, length);
    }
}
