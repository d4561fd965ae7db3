package io.perennial.ingest.collect;

import io.perennial.ingest.source.Sources;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the browser client asks for before it sends anything: where to send it, and that nothing else is to be loaded. */
@RestController
class SettingsController {

    private static final Map<String, Object> EVERYTHING =
            Map.of("__default", Map.of("enabled", true, "integrations", Map.of()));

    private final Sources sources;
    private final Answers answers;

    SettingsController(Sources sources, Answers answers) {
        this.sources = sources;
        this.answers = answers;
    }

    @GetMapping({"/v1/projects/{writeKey}/settings", "/v1/projects/{writeKey}/settings/"})
    @Operation(summary = "Settings of the browser client")
    void settings(@PathVariable String writeKey, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (sources.byWriteKey(writeKey) == null) {
            answers.problem(response, RequestBody.unknownKey(), Answers.RETRY_AFTER_OUTAGE);
            return;
        }
        answers.json(
                response,
                Map.of(
                        "integrations",
                        Map.of(
                                "Segment.io",
                                Map.of(
                                        "apiKey",
                                        writeKey,
                                        "apiHost",
                                        host(request) + "/v1",
                                        "protocol",
                                        request.getScheme(),
                                        "addBundledMetadata",
                                        true,
                                        "unbundledIntegrations",
                                        List.of())),
                        "plan",
                        Map.of("track", EVERYTHING, "identify", EVERYTHING, "group", EVERYTHING),
                        "edgeFunction",
                        Map.of(),
                        "middlewareSettings",
                        Map.of(),
                        "enabledMiddleware",
                        Map.of(),
                        "remotePlugins",
                        List.of(),
                        "analyticsNextEnabled",
                        true,
                        "metrics",
                        Map.of("sampleRate", 0)));
    }

    private static String host(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return usual ? request.getServerName() : request.getServerName() + ':' + port;
    }
}
