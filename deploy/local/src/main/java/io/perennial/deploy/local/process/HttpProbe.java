package io.perennial.deploy.local.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks over HTTP whether a part is well; java.net.http would cost each launcher half a second of start-up. */
public final class HttpProbe {

    private static final int PATIENCE_MILLIS = 2000;
    private static final int SHOWN = 500;

    private HttpProbe() {}

    /** Whether a GET there is answered by 200. */
    public static boolean answersOk(URI uri) {
        return ask(uri).isEmpty();
    }

    /** Empty if a GET there is answered by 200, else what came instead. */
    public static String ask(URI uri) {
        try {
            var connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            connection.setRequestProperty("Authorization", "Bearer demo-api-key");
            try {
                int status = connection.getResponseCode();
                return status == HttpURLConnection.HTTP_OK ? "" : "HTTP " + status + " " + body(connection);
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return notYet.toString();
        }
    }

    private static String body(HttpURLConnection connection) throws IOException {
        try (var error = connection.getErrorStream()) {
            return error == null ? "" : new String(error.readNBytes(SHOWN), StandardCharsets.UTF_8);
        }
    }
}
