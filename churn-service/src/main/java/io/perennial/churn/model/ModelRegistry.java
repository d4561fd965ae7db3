package io.perennial.churn.model;

import io.perennial.churn.drift.Baseline;
import io.perennial.churn.label.Target;
import jakarta.annotation.PostConstruct;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * All models, of which one of each target is published. Each replica holds those in memory and looks every few seconds whether they
 * still are. One that cannot serve is passed over: what is in memory goes on, and a replica that has just started takes
 * the last champion before it that is whole.
 */
@Component
public class ModelRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(ModelRegistry.class);
    private static final int EARLIER = 20;

    private final ModelStore store;
    private final ChampionChangeStore changes;
    private final ArtefactReader artefacts;
    private final Map<Target, Seat> seats;
    private volatile @Nullable Instant newest;

    /** Who serves a target. */
    private static final class Seat {

        private volatile @Nullable ServingModel current;
        private volatile @Nullable String seen;
    }

    ModelRegistry(ModelStore store, ChampionChangeStore changes, ArtefactReader artefacts) {
        this.store = store;
        this.changes = changes;
        this.artefacts = artefacts;
        this.seats = Arrays.stream(Target.values())
                .collect(Collectors.toUnmodifiableMap(target -> target, target -> new Seat()));
    }

    /**
     * Why a training gave no model.
     *
     * @param reason a slug, e.g. {@code not-enough-shoppers}
     */
    public record Refusal(String reason, String detail) {}

    /** Why the last training gave no model; null where it gave one or there was none. */
    public @Nullable Refusal lastRefusal(Target target) {
        return store.lastRefusal(target);
    }

    /** The champion for churn as of the last look; null where there is none that these features can serve. */
    public @Nullable ServingModel current() {
        return current(Target.CHURN);
    }

    /** The champion of a target as of the last look; null where there is none that these features can serve. */
    public @Nullable ServingModel current(Target target) {
        return seat(target).current;
    }

    private Seat seat(Target target) {
        return Objects.requireNonNull(seats.get(target));
    }

    /** When a training for churn last gave a model, champion or challenger, as of the last look. */
    @Nullable Instant newest() {
        return newest;
    }

    /** Looks which model is published and swaps where it is another. */
    @PostConstruct
    @Scheduled(fixedDelayString = "${perennial.churn.model.poll-interval}")
    public void look() {
        try {
            newest = store.newest(Target.CHURN);
            seats.forEach(this::look);
        } catch (DataAccessException e) {
            LOG.warn("Which model is published could not be read; the one in memory goes on: {}", e.toString());
        }
    }

    private void look(Target target, Seat seat) {
        String published = store.publishedId(target);
        if (published == null) {
            seat.current = null;
            seat.seen = null;
        } else if (!published.equals(seat.seen)) {
            take(target, seat, published);
            seat.seen = published;
        }
    }

    /** Newest first, those before the given one; null: of any target. */
    public List<ModelAnswer> page(@Nullable Target target, @Nullable Instant before, String beforeId, int limit) {
        return store.page(target, before, beforeId, limit).stream()
                .map(this::answer)
                .toList();
    }

    @Nullable ModelAnswer find(String id) {
        ModelStore.Row row = store.find(id);
        return row == null ? null : answer(row);
    }

    /** The shoppers the model was made for; null where they were not kept. */
    public @Nullable Baseline baseline(String id) {
        ModelStore.Row row = store.find(id);
        return row == null ? null : artefacts.baseline(row);
    }

    /** Whether all shoppers were scored with the model. */
    public boolean scored(ServingModel model) {
        ModelStore.Row row = store.find(model.id());
        return row != null && row.scoredAt() != null;
    }

    /** Notes that all shoppers were scored with the model. */
    public void markScored(ServingModel model, Instant at) {
        store.scored(model.id(), at);
    }

    private void take(Target target, Seat seat, String published) {
        if (serve(target, seat, published) || seat.current != null) {
            return;
        }
        boolean served = changes.latest(EARLIER).stream()
                .map(ChampionChange::previous)
                .filter(Objects::nonNull)
                .distinct()
                .anyMatch(earlier -> serve(target, seat, earlier));
        if (!served) {
            LOG.error("No earlier champion for {} can serve either: train anew", target.wire());
        }
    }

    private boolean serve(Target target, Seat seat, String id) {
        ModelStore.Row row = store.find(id);
        if (row == null || row.target() != target) {
            return false;
        }
        try {
            seat.current = artefacts.serving(row);
            LOG.info("Model {} serves", id);
            return true;
        } catch (RuntimeException e) {
            LOG.error("Model {} cannot serve", id, e);
            return false;
        }
    }

    private ModelAnswer answer(ModelStore.Row row) {
        return ModelAnswer.from(row, artefacts.artefact(row), artefacts.comparison(row), artefacts.baseline(row));
    }
}
