package io.perennial.churn.model;

import io.perennial.churn.evaluation.EvaluationReport;
import io.perennial.churn.evaluation.ReportPage;
import io.perennial.churn.label.Target;
import io.perennial.common.web.Page;
import io.perennial.common.web.PageRequest;
import io.perennial.common.web.Problem;
import java.security.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One model over REST, and who serves: promotion, rollback, and their record. */
@RestController
@RequestMapping("/v1/churn-models")
class ChampionController {

    private static final int LONGEST_REASON = 500;

    private final Champions champions;
    private final ModelRegistry models;

    ChampionController(Champions champions, ModelRegistry models) {
        this.champions = champions;
        this.models = models;
    }

    /** Why a model is to serve. */
    record Promotion(@Nullable String reason) {}

    /** Which champion is taken back, and why. */
    record Rollback(@Nullable String from, @Nullable String reason) {}

    /** One change of champion. */
    record Change(Instant at, String model, @Nullable String previous, String cause, String actor, String reason) {

        static Change from(ChampionChange change) {
            return new Change(
                    change.at(),
                    change.model(),
                    change.previous(),
                    change.cause().wire(),
                    change.actor(),
                    change.reason());
        }
    }

    @GetMapping("/{id}")
    @Secured("churn:read")
    ModelAnswer model(@PathVariable String id) {
        ModelAnswer model = models.find(id);
        if (model == null) {
            throw Problem.notFound(
                    "model-not-found", "No model has the id \"" + id + "\": GET /v1/churn-models lists them");
        }
        return model;
    }

    /** The report of a model for people: tables and curves. */
    @GetMapping(value = "/{id}/report", produces = MediaType.TEXT_HTML_VALUE)
    @Secured("churn:read")
    String report(@PathVariable String id) {
        ModelAnswer model = model(id);
        EvaluationReport report = model.report();
        if (report == null) {
            throw Problem.conflict(
                    "model-damaged", "The model \"" + id + "\" is damaged, so its report cannot be read: train anew");
        }
        return ReportPage.html(id, Target.ofWire(model.target()).orElseThrow().cameToBe(report.horizonDays()), report);
    }

    @PostMapping("/{id}/promote")
    @Secured("churn:write")
    ModelAnswer promote(
            @PathVariable String id, @RequestBody(required = false) @Nullable Promotion request, Principal caller) {
        champions.promote(id, caller.getName(), text("reason", request == null ? null : request.reason()));
        models.look();
        return model(id);
    }

    @PostMapping("/rollback")
    @Secured("churn:write")
    ModelAnswer rollback(@RequestBody(required = false) @Nullable Rollback request, Principal caller) {
        String from = text("from", request == null ? null : request.from());
        String champion =
                champions.rollback(from, caller.getName(), text("reason", request == null ? null : request.reason()));
        models.look();
        return model(champion);
    }

    @GetMapping("/changes")
    @Secured("churn:read")
    Page<Change> changes(@RequestParam(required = false) @Nullable Integer limit) {
        return new Page<>(
                champions.latest(PageRequest.limit(limit, 20, 500)).stream()
                        .map(Change::from)
                        .toList(),
                null);
    }

    private static String text(String field, @Nullable String value) {
        if (value == null || value.isBlank() || value.length() > LONGEST_REASON) {
            throw Problem.badRequest(
                            "invalid-request",
                            field + " must be a text of at most " + LONGEST_REASON + " characters; it is kept")
                    .with("field", field);
        }
        return value.strip();
    }
}
