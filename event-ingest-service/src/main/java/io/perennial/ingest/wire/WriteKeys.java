package io.perennial.ingest.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Finds the write key where clients put it outside the body. */
public final class WriteKeys {

    private WriteKeys() {}

    /**
     * The user of a Basic header; password and colon may be missing. Null where there is no Basic header, or it holds
     * nothing.
     */
    public static @Nullable String ofAuthorization(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return null;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(header.substring(6).strip());
            String credentials = new String(decoded, StandardCharsets.UTF_8);
            int colon = credentials.indexOf(':');
            return blankToNull(colon < 0 ? credentials : credentials.substring(0, colon));
        } catch (IllegalArgumentException e) {
            return "not Base64";
        }
    }

    /** The parameter {@code writeKey} of a query string; never touches the request's parsed parameters. */
    public static @Nullable String ofQuery(@Nullable String query) {
        if (query == null) {
            return null;
        }
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith("writeKey=")) {
                try {
                    return blankToNull(URLDecoder.decode(pair.substring(9), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException e) {
                    return null;
                }
            }
        }
        return null;
    }

    static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
