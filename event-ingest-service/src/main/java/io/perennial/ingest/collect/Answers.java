package io.perennial.ingest.collect;

import io.perennial.common.web.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers without asking what the client accepts: analytics-java sends everything again that is not JSON. */
@Component
class Answers {

    /** How long a client should wait while events can be kept nowhere. */
    static final Duration RETRY_AFTER_OUTAGE = Duration.ofSeconds(5);

    private final JsonMapper json;

    Answers(JsonMapper json) {
        this.json = json;
    }

    void json(HttpServletResponse response, Object answer) throws IOException {
        write(response, HttpStatus.OK, MediaType.APPLICATION_JSON_VALUE, answer);
    }

    /** @param retryAfter said with 429 and 503, in whole seconds */
    void problem(HttpServletResponse response, Problem problem, Duration retryAfter) throws IOException {
        HttpStatus status = problem.status();
        if (status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"write key\"");
        }
        write(response, status, MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem.toDetail());
    }

    private void write(HttpServletResponse response, HttpStatus status, String contentType, Object answer)
            throws IOException {
        byte[] bytes = json.writeValueAsBytes(answer);
        response.setStatus(status.value());
        response.setContentType(contentType);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
