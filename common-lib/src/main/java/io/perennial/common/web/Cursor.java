package io.perennial.common.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Where a listing goes on, opaque to the client: the sort key of the last item. */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    /** A cursor of the parts; none of them may hold the unit separator. */
    public static String encode(String... parts) {
        byte[] joined = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined);
    }

    /**
     * The parts of a cursor.
     *
     * @throws Problem 400 where it is not one of that many parts
     */
    public static List<String> decode(String cursor, int parts) {
        try {
            String joined = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> decoded = Arrays.asList(joined.split(SEPARATOR, -1));
            if (decoded.size() == parts) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            // falls through: not Base64
        }
        throw Problem.badRequest("invalid-cursor", "cursor must be the \"next\" of an earlier answer, unchanged")
                .with("field", "cursor");
    }
}
