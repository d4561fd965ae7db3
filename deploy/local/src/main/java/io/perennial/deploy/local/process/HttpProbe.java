package io.perennial.deploy.local.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks over HTTP whether a part is well; java.net.http would cost each launcher half a second of start-up. */
public final class HttpProbe {

    private static final int PATIENCE_MILLIS = 2000;

    private HttpProbe() {}

    /** Whether a GET there is answered by 200. */
    public static boolean answersOk(URI uri) {
        try {
            var connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
