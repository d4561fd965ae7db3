package io.perennial.ingest.collect;

import io.perennial.common.event.EventType;
import io.perennial.common.web.Problem;
import io.perennial.ingest.check.Rejection;
import io.perennial.ingest.check.RejectionCode;
import io.perennial.ingest.rejected.RejectedEvent;
import io.perennial.ingest.source.Source;
import io.perennial.ingest.source.Sources;
import io.perennial.ingest.wire.BodyParser;
import io.perennial.ingest.wire.BodyReader;
import io.perennial.ingest.wire.BodyTooLargeException;
import io.perennial.ingest.wire.MalformedBodyException;
import io.perennial.ingest.wire.WireBody;
import io.perennial.ingest.wire.WriteKeys;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** From a request to its source and messages; what cannot be read is kept where the source is known. */
@Component
class RequestBody {

    /** What was asked: by whom, and the messages. */
    record Request(Source source, WireBody body) {}

    private static final int KEPT_OF_TOO_LARGE = 64 * 1024;
    private static final Set<String> PLAIN = Set.of("", "identity", "gzip", "x-gzip");

    private final Sources sources;
    private final BodyParser parser;
    private final Collector collector;

    RequestBody(Sources sources, BodyParser parser, Collector collector) {
        this.sources = sources;
        this.parser = parser;
        this.collector = collector;
    }

    /**
     * Reads a request. The key is that of the Basic header, else of the body, else of the query.
     *
     * @throws Problem 400, 401 or 413
     */
    Request read(HttpServletRequest http, @Nullable EventType pathType, Instant receivedAt) throws IOException {
        Source ofHeader = source(WriteKeys.ofAuthorization(http.getHeader(HttpHeaders.AUTHORIZATION)));
        String queryKey = WriteKeys.ofQuery(http.getQueryString());
        Source assumed = ofHeader != null ? ofHeader : queryKey == null ? null : sources.byWriteKey(queryKey);
        int limit = assumed != null ? assumed.limits().batchBytes() : sources.largestBatch();
        byte[] bytes = new byte[0];
        try {
            bytes = BodyReader.read(http.getInputStream(), limit);
            requireKnownEncoding(http, bytes);
            bytes = BodyReader.inflate(bytes, limit);
            WireBody body = pathType == null ? parser.batch(bytes) : parser.single(bytes);
            Source source = ofHeader != null ? ofHeader : require(ofBodyOrQuery(body.writeKey(), queryKey));
            if (bytes.length > source.limits().batchBytes()) {
                throw tooLarge(source, pathType, bytes, source.limits().batchBytes(), receivedAt);
            }
            return new Request(source, body);
        } catch (BodyTooLargeException e) {
            throw tooLarge(assumed, pathType, e.beginning(), e.limit(), receivedAt);
        } catch (MalformedBodyException e) {
            Source source = ofHeader != null ? ofHeader : ofBodyOrQuery(e.writeKey(), queryKey);
            throw malformed(require(source), pathType, bytes, e, receivedAt);
        }
    }

    private @Nullable Source ofBodyOrQuery(@Nullable String bodyKey, @Nullable String queryKey) {
        return bodyKey != null ? source(bodyKey) : source(queryKey);
    }

    /** Null where there is no key; a key nobody knows is an error. */
    private @Nullable Source source(@Nullable String writeKey) {
        return writeKey == null ? null : require(sources.byWriteKey(writeKey));
    }

    private static Source require(@Nullable Source source) {
        if (source == null) {
            throw unknownKey();
        }
        return source;
    }

    static Problem unknownKey() {
        return Problem.of(
                HttpStatus.UNAUTHORIZED,
                "unknown-write-key",
                "The write key is missing or unknown. Send it as the user of Basic authentication, as \"writeKey\" in the"
                        + " body, or as ?writeKey=");
    }

    private static void requireKnownEncoding(HttpServletRequest http, byte[] bytes) {
        String encoding = String.valueOf(
                        http.getHeader(HttpHeaders.CONTENT_ENCODING) == null
                                ? ""
                                : http.getHeader(HttpHeaders.CONTENT_ENCODING))
                .strip()
                .toLowerCase(Locale.ROOT);
        if (!PLAIN.contains(encoding) && !BodyReader.isGzip(bytes)) {
            throw Problem.badRequest(
                            "unsupported-encoding",
                            "Content-Encoding is neither gzip nor identity; send the body as gzip or as it is")
                    .with("field", HttpHeaders.CONTENT_ENCODING);
        }
    }

    private Problem tooLarge(
            @Nullable Source source, @Nullable EventType pathType, byte[] beginning, int limit, Instant receivedAt) {
        if (source != null) {
            collector.keep(RejectedEvent.ofBody(
                    source.name(),
                    pathType,
                    BodyReader.beginning(beginning, KEPT_OF_TOO_LARGE),
                    beginning.length > KEPT_OF_TOO_LARGE,
                    new Rejection(
                            RejectionCode.BODY_TOO_LARGE,
                            "the body is larger than " + limit + " bytes; send smaller batches"),
                    receivedAt));
        }
        return Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body-too-large",
                        "The body is larger, inflated, than " + limit + " bytes; send smaller batches")
                .with("limit", limit);
    }

    private Problem malformed(
            Source source, @Nullable EventType pathType, byte[] bytes, MalformedBodyException e, Instant receivedAt) {
        String detail = String.valueOf(e.getMessage());
        collector.keep(RejectedEvent.ofBody(
                source.name(),
                pathType,
                bytes,
                false,
                new Rejection(RejectionCode.BODY_MALFORMED, detail),
                receivedAt));
        Problem problem =
                Problem.badRequest("malformed-body", new Rejection(RejectionCode.BODY_MALFORMED, detail).detail());
        return e.line() == 0 ? problem : problem.with("line", e.line()).with("column", e.column());
    }
}
