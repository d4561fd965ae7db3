package io.perennial.recommendation.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.perennial.common.web.Cursor;
import io.perennial.common.web.Page;
import io.perennial.common.web.PageRequest;
import io.perennial.common.web.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Experiments over REST. */
@RestController
@RequestMapping("/v1/experiments")
class ExperimentController {

    private final Experiments experiments;
    private final ExperimentReports reports;

    ExperimentController(Experiments experiments, ExperimentReports reports) {
        this.experiments = experiments;
        this.reports = reports;
    }

    /** An experiment as the wire shows it; the salt stays here. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ExperimentAnswer(
            @JsonUnwrapped Experiment experiment,
            @Nullable Instant startedAt,
            @Nullable Instant stoppedAt) {}

    @PutMapping("/{name}")
    @Secured("recommendations:write")
    ExperimentAnswer put(@PathVariable String name, @RequestBody Map<String, Object> body) {
        experiments.put(ExperimentReader.read(name, body));
        return get(name);
    }

    @GetMapping("/{name}")
    @Secured("recommendations:read")
    ExperimentAnswer get(@PathVariable String name) {
        return answer(known(name));
    }

    @GetMapping
    @Secured("recommendations:read")
    Page<ExperimentAnswer> page(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = PageRequest.limit(limit, 20, 200);
        String after = cursor == null ? "" : Cursor.decode(cursor, 1).getFirst().replace('\0', ' ');
        List<ExperimentStore.Row> rows = experiments.page(after, size + 1);
        boolean more = rows.size() > size;
        List<ExperimentStore.Row> shown = more ? rows.subList(0, size) : rows;
        return new Page<>(
                shown.stream().map(this::answer).toList(),
                more ? Cursor.encode(shown.getLast().name()) : null);
    }

    @GetMapping("/{name}/report")
    @Secured("recommendations:read")
    ExperimentReport report(@PathVariable String name) {
        return reports.of(experiments.experiment(known(name)));
    }

    private ExperimentAnswer answer(ExperimentStore.Row row) {
        return new ExperimentAnswer(experiments.experiment(row), row.startedAt(), row.stoppedAt());
    }

    private ExperimentStore.Row known(String name) {
        ExperimentStore.Row row = name.indexOf('\0') >= 0 ? null : experiments.find(name);
        if (row == null) {
            throw Problem.notFound(
                            "unknown-experiment",
                            "there is no experiment of this name; PUT /v1/experiments/{name} makes one")
                    .with("field", "name");
        }
        return row;
    }
}
