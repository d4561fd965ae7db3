package io.perennial.recommendation.model;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.perennial.common.web.Cursor;
import io.perennial.common.web.Page;
import io.perennial.common.web.PageRequest;
import io.perennial.common.web.Problem;
import io.perennial.recommendation.report.ModelPage;
import io.perennial.recommendation.report.ReportedModel;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Models and trainings over REST. */
@RestController
@RequestMapping("/v1/recommendation-models")
class ModelController {

    /** Trainings the curve over time shows. */
    private static final int MOST_TRAININGS = 50;

    private final ModelStore store;
    private final TrainingJobs jobs;
    private final JsonMapper json;

    ModelController(ModelStore store, TrainingJobs jobs, JsonMapper json) {
        this.store = store;
        this.jobs = jobs;
        this.json = json;
    }

    /** A model as the wire shows it. */
    record ModelAnswer(
            UUID modelId,
            String kind,
            String state,
            Instant trainedAt,
            String checksum,
            @JsonRawValue String provenance) {

        static ModelAnswer of(ModelStore.Row row) {
            return new ModelAnswer(
                    row.modelId(), row.kind(), row.state(), row.trainedAt(), row.checksum(), row.provenance());
        }
    }

    @GetMapping
    @Secured("recommendations:read")
    Page<ModelAnswer> models(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = PageRequest.limit(limit, 20, 200);
        Place place = Place.of(cursor);
        List<ModelStore.Row> rows = store.page(place.trainedAt, place.modelId, size + 1);
        boolean more = rows.size() > size;
        List<ModelStore.Row> shown = more ? rows.subList(0, size) : rows;
        String next = more
                ? Cursor.encode(
                        shown.getLast().trainedAt().toString(),
                        shown.getLast().modelId().toString())
                : null;
        return new Page<>(shown.stream().map(ModelAnswer::of).toList(), next);
    }

    /** The report of a model for people: tables and curves. */
    @GetMapping(value = "/{modelId}/report", produces = MediaType.TEXT_HTML_VALUE)
    @Secured("recommendations:read")
    String report(@PathVariable UUID modelId) {
        ModelStore.Row model = store.find(modelId);
        if (model == null) {
            throw Problem.notFound(
                            "unknown-model",
                            "there is no model of this modelId; GET …/recommendation-models lists them")
                    .with("field", "modelId");
        }
        return ModelPage.html(
                reported(model),
                store.ofKind(model.kind(), MOST_TRAININGS).stream()
                        .map(this::reported)
                        .toList());
    }

    private ReportedModel reported(ModelStore.Row row) {
        return new ReportedModel(
                row.modelId(),
                row.kind(),
                row.state(),
                row.trainedAt(),
                row.checksum(),
                json.readValue(row.provenance(), new TypeReference<Map<String, Object>>() {}));
    }

    @PostMapping("/train")
    @Secured("recommendations:write")
    ResponseEntity<TrainingJob> train(@RequestParam(required = false) @Nullable String kind) {
        TrainingJob job = jobs.request(kind(kind));
        return ResponseEntity.accepted()
                .location(URI.create("/v1/recommendation-models/jobs/" + job.jobId()))
                .body(job);
    }

    @GetMapping("/jobs/{jobId}")
    @Secured("recommendations:read")
    TrainingJob job(@PathVariable UUID jobId) {
        TrainingJob job = jobs.find(jobId);
        if (job == null) {
            throw Problem.notFound("unknown-job", "there is no training of this jobId; POST …/train answers with one")
                    .with("field", "jobId");
        }
        return job;
    }

    private static TrainingJob.Kind kind(@Nullable String wire) {
        for (TrainingJob.Kind kind : TrainingJob.Kind.values()) {
            if (kind.wire().equals(wire == null ? TrainingJob.Kind.MODELS.wire() : wire)) {
                return kind;
            }
        }
        throw Problem.badRequest(
                        "unknown-kind", "kind must be one of: models, blend, ranker; without it the models are trained")
                .with("field", "kind");
    }

    /** Where a listing goes on. */
    private record Place(
            @Nullable Instant trainedAt, @Nullable UUID modelId) {

        static Place of(@Nullable String cursor) {
            if (cursor == null) {
                return new Place(null, null);
            }
            List<String> parts = Cursor.decode(cursor, 2);
            try {
                return new Place(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw Problem.badRequest(
                                "invalid-cursor", "cursor must be the \"next\" of an earlier answer, unchanged")
                        .with("field", "cursor");
            }
        }
    }
}
