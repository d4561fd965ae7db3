package io.perennial.deploy.replay.send;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** One attempt at {@code POST /v1/batch}, over connections that are kept. */
final class IngestClient implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final int SHOWN = 300;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Target target;
    private final Clock clock;
    private final HttpRequest.Builder template;

    IngestClient(Target target, Clock clock) {
        this.target = target;
        this.clock = clock;
        byte[] credentials = (target.key() + ":").getBytes(StandardCharsets.UTF_8);
        template = HttpRequest.newBuilder(URI.create(target.url().toString().replaceAll("/+$", "") + "/v1/batch"))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                .header("Content-Type", "application/json");
        if (target.gzip()) {
            template.header("Content-Encoding", "gzip");
        }
    }

    Delivery post(byte[] body) throws InterruptedException {
        HttpRequest request = template.copy()
                .POST(BodyPublishers.ofByteArray(target.gzip() ? gzip(body) : body))
                .build();
        try {
            return read(http.send(request, BodyHandlers.ofByteArray()));
        } catch (ConnectException e) {
            return new Delivery.Later("nobody answers at " + target.url(), Duration.ZERO);
        } catch (IOException e) {
            // Broken off or timed out: whether it arrived is unknown, and the messageIds make a second time harmless.
            return new Delivery.Later(String.valueOf(e), Duration.ZERO);
        }
    }

    private Delivery read(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        String said = status + " " + shortened(response.body());
        return switch (status) {
            case 200 -> {
                Answer answer = Answer.of(response.body());
                yield answer == null
                        ? new Delivery.Hopeless("what answers at " + target.url() + " is no ingest: " + said)
                        : new Delivery.Answered(answer);
            }
            case 408, 425, 429, 500, 502, 503, 504 -> new Delivery.Later(said, retryAfter(response));
            case 400, 413, 422 -> new Delivery.Refused(status, said);
            case 401, 403 -> new Delivery.Hopeless("ingest refuses the write key " + target.key() + ": " + said);
            default -> new Delivery.Hopeless("what answers at " + target.url() + " is no ingest: " + said);
        };
    }

    private Duration retryAfter(HttpResponse<?> response) {
        String value = response.headers().firstValue("Retry-After").orElse("0").strip();
        try {
            return value.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(
                            clock.instant(),
                            ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException | NumberFormatException e) {
            return Duration.ZERO;
        }
    }

    private static String shortened(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
