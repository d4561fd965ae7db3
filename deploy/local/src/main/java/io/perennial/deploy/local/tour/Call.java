package io.perennial.deploy.local.tour;

import java.net.URI;

/** One request of the tour, which can also be shown as the curl line that sends it. */
record Call(String method, URI uri, String authorization, String body) {

    private static final String API_KEY = "Bearer demo-api-key";
    /** {@code demo-write-key:} as HTTP Basic, the way Segment's clients send it. */
    private static final String WRITE_KEY = "Basic ZGVtby13cml0ZS1rZXk6";

    static Call get(URI uri) {
        return new Call("GET", uri, API_KEY, "");
    }

    static Call post(URI uri, String body) {
        return new Call("POST", uri, API_KEY, body);
    }

    static Call event(URI uri, String body) {
        return new Call("POST", uri, WRITE_KEY, body);
    }

    /** Nobody's key: the mail server asks for none. */
    static Call open(URI uri) {
        return new Call("GET", uri, "", "");
    }

    String asCurl() {
        var curl = new StringBuilder("curl -s");
        if (authorization.equals(WRITE_KEY)) {
            curl.append(" -u demo-write-key:");
        } else if (!authorization.isEmpty()) {
            curl.append(" -H 'Authorization: ").append(authorization).append('\'');
        }
        if (!body.isEmpty()) {
            curl.append(" -H 'Content-Type: application/json'");
        }
        curl.append(" '").append(uri).append('\'');
        if (!body.isEmpty()) {
            curl.append(" \\\n    -d '").append(body).append('\'');
        }
        return curl.toString();
    }
}
