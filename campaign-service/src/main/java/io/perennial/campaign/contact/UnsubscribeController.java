package io.perennial.campaign.contact;

import io.perennial.campaign.outcome.OutcomeEvent;
import io.perennial.campaign.outcome.Outcomes;
import io.perennial.common.identity.Identifier;
import io.perennial.common.identity.ProfileId;
import io.perennial.common.web.Problem;
import io.perennial.common.web.PublicPaths;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page behind the unsubscribe link, and the one click of RFC 8058. */
@RestController
@RequestMapping("/v1/unsubscribe")
class UnsubscribeController {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Unsubscribe</title></head>
            <body style="font-family:sans-serif;max-width:32em;margin:4em auto;padding:0 1em">%s</body></html>
            """;
    private static final String QUESTION = PAGE.formatted("""
            <h1>No more mails?</h1>
            <p>One click, and we stop sending you offers and reminders.</p>
            <form method="post"><button style="font-size:1em;padding:.6em 1.2em">Unsubscribe</button></form>
            """);
    private static final String DONE = PAGE.formatted(
            "<h1>Done</h1><p>You will get no more offers or reminders from us. Thank you for having been with us.</p>");

    private final UnsubscribeLinks links;
    private final OptOuts optOuts;
    private final Outcomes outcomes;
    private final Clock clock;

    UnsubscribeController(UnsubscribeLinks links, OptOuts optOuts, Outcomes outcomes, Clock clock) {
        this.links = links;
        this.optOuts = optOuts;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Asks only: mail scanners open links. */
    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    String ask(@RequestParam String token) {
        claim(token);
        return QUESTION;
    }

    @PostMapping(produces = MediaType.TEXT_HTML_VALUE)
    @Transactional
    public String unsubscribe(@RequestParam String token) {
        UnsubscribeLinks.Claim claim = claim(token);
        Identifier identifier = claim.identifier();
        optOuts.add(identifier, ProfileId.of(identifier));
        boolean user = identifier.kind() == Identifier.Kind.USER_ID;
        outcomes.offer(List.of(new OutcomeEvent(
                claim.decisionId() + ":unsubscribed",
                "Unsubscribed",
                user ? identifier.value() : null,
                user ? null : identifier.value(),
                clock.instant(),
                Map.of("decision_id", claim.decisionId().toString()),
                Map.of("consent", Map.of("categoryPreferences", Map.of("marketing", false))))));
        return DONE;
    }

    private UnsubscribeLinks.Claim claim(String token) {
        UnsubscribeLinks.Claim claim = links.read(token);
        if (claim == null) {
            throw Problem.badRequest(
                    "invalid-token", "This unsubscribe link is incomplete: copy it whole from the mail");
        }
        return claim;
    }

    /** The link works without a key. */
    @Configuration
    static class Paths {
        @Bean
        PublicPaths unsubscribePaths() {
            return new PublicPaths(List.of("/v1/unsubscribe"));
        }
    }
}
