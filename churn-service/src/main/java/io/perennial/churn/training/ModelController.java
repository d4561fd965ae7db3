package io.perennial.churn.training;

import io.perennial.churn.label.Target;
import io.perennial.churn.model.ModelAnswer;
import io.perennial.churn.model.ModelRegistry;
import io.perennial.churn.model.TargetParameter;
import io.perennial.common.web.Cursor;
import io.perennial.common.web.Page;
import io.perennial.common.web.PageRequest;
import io.perennial.common.web.Problem;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of models and their making over REST. */
@RestController
@RequestMapping("/v1/churn-models")
class ModelController {

    private static final int LONGEST_HORIZON = 730;

    private final Trainings trainings;
    private final ModelRegistry models;
    private final Clock clock;

    ModelController(Trainings trainings, ModelRegistry models, Clock clock) {
        this.trainings = trainings;
        this.models = models;
        this.clock = clock;
    }

    /** What may be said of a training; nothing has to. */
    record Request(
            @Nullable String target,
            @Nullable Integer horizonDays,
            @Nullable Instant asOf) {}

    /** A job and how far it is. */
    record JobAnswer(
            UUID id,
            String target,
            String state,
            String cause,
            @Nullable Integer horizonDays,
            Instant asOf,
            Instant requestedAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String model,
            @Nullable String reason,
            @Nullable String detail) {

        static JobAnswer from(TrainingJob job) {
            return new JobAnswer(
                    job.id(),
                    job.target().wire(),
                    job.state().wire(),
                    job.cause().wire(),
                    job.horizonDays(),
                    job.asOf(),
                    job.requestedAt(),
                    job.startedAt(),
                    job.finishedAt(),
                    job.model(),
                    job.reason(),
                    job.detail());
        }
    }

    @PostMapping("/train")
    @Secured("churn:write")
    ResponseEntity<JobAnswer> train(@RequestBody(required = false) @Nullable Request request) {
        String name = request == null ? null : request.target();
        Target target = name == null ? Target.CHURN : TargetParameter.parse(name);
        Integer horizonDays = request == null ? null : request.horizonDays();
        if (horizonDays != null && (horizonDays < 1 || horizonDays > LONGEST_HORIZON)) {
            throw Problem.badRequest(
                            "invalid-request",
                            "horizonDays must be from 1 to " + LONGEST_HORIZON + "; it is " + horizonDays)
                    .with("field", "horizonDays");
        }
        if (horizonDays != null && target.horizon() != null) {
            throw Problem.badRequest(
                            "invalid-request",
                            "horizonDays is for the target churn only; that of %s is %d days"
                                    .formatted(target.wire(), target.horizon().toDays()))
                    .with("field", "horizonDays");
        }
        Instant asOf = request == null ? null : request.asOf();
        if (asOf != null && asOf.isAfter(clock.instant())) {
            throw Problem.badRequest("invalid-request", "asOf must not be in the future; it is " + asOf)
                    .with("field", "asOf");
        }
        TrainingJob job = trainings.request(TrainingJob.Cause.REQUEST, target, horizonDays, asOf);
        return ResponseEntity.accepted()
                .location(URI.create("/v1/churn-models/jobs/" + job.id()))
                .body(JobAnswer.from(job));
    }

    @GetMapping("/jobs/{id}")
    @Secured("churn:read")
    JobAnswer job(@PathVariable UUID id) {
        TrainingJob job = trainings.find(id);
        if (job == null) {
            throw Problem.notFound("job-not-found", "No training job has the id " + id);
        }
        return JobAnswer.from(job);
    }

    @GetMapping
    @Secured("churn:read")
    Page<ModelAnswer> list(
            @RequestParam(required = false) @Nullable String target,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int size = PageRequest.limit(limit, 20, 100);
        Instant before = null;
        String beforeId = "";
        if (cursor != null) {
            List<String> parts = Cursor.decode(cursor, 2);
            before = instant(parts.getFirst());
            beforeId = parts.getLast();
        }
        List<ModelAnswer> found =
                models.page(target == null ? null : TargetParameter.parse(target), before, beforeId, size + 1);
        List<ModelAnswer> shown = found.stream().limit(size).toList();
        ModelAnswer last = shown.isEmpty() ? null : shown.getLast();
        return new Page<>(
                shown,
                last == null || found.size() <= size
                        ? null
                        : Cursor.encode(last.trainedAt().toString(), last.id()));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Problem.badRequest("invalid-cursor", "cursor must be the \"next\" of an earlier answer, unchanged")
                    .with("field", "cursor");
        }
    }
}
