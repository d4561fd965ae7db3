package io.perennial.churn.model;

import jakarta.annotation.PostConstruct;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * All models, of which one is published. Each replica holds that one in memory and looks every few seconds whether it is
 * still the one.
 */
@Component
public class ModelRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(ModelRegistry.class);

    private final ModelStore store;
    private final JsonMapper json;
    private volatile @Nullable ServingModel current;
    private volatile @Nullable String unusable;

    ModelRegistry(ModelStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    /** A model in a listing. */
    public record Entry(
            ModelArtefact artefact,
            boolean published,
            @Nullable Instant scoredAt) {}

    /** The published model as of the last look; null where there is none that these features can serve. */
    public @Nullable ServingModel current() {
        return current;
    }

    /** Makes it the published one. Replicas swap when they next look; this one when asked to by {@link #look}. */
    @Transactional
    public void publish(ModelArtefact artefact) {
        String text = json.writeValueAsString(artefact);
        store.publish(artefact.id(), artefact.trainedAt(), artefact.provenance().horizonDays(), text, sha256(text));
    }

    /** Looks which model is published and swaps where it is another. */
    @PostConstruct
    @Scheduled(fixedDelayString = "${perennial.churn.model.poll-interval}")
    public void look() {
        try {
            String published = store.publishedId();
            ServingModel held = current;
            boolean same = Objects.equals(published, held == null ? null : held.id());
            if (!same && (published == null || !published.equals(unusable))) {
                swap(published);
            }
        } catch (DataAccessException e) {
            LOG.warn("Which model is published could not be read; the one in memory goes on: {}", e.toString());
        }
    }

    /** Any model, published or not; null where there is none of that id. */
    public @Nullable Entry find(String id) {
        ModelStore.Row row = store.find(id);
        return row == null ? null : entry(row);
    }

    /** Newest first, those before the given one. */
    public List<Entry> page(@Nullable Instant before, String beforeId, int limit) {
        return store.page(before, beforeId, limit).stream().map(this::entry).toList();
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

    private void swap(@Nullable String published) {
        ModelStore.Row row = published == null ? null : store.find(published);
        if (row == null) {
            current = null;
            return;
        }
        try {
            if (!sha256(row.artefact()).equals(row.sha256())) {
                throw new IllegalArgumentException("model " + row.id() + " is damaged: its checksum does not match");
            }
            current = ServingModel.of(entry(row).artefact());
            unusable = null;
            LOG.info("Model {} serves", row.id());
        } catch (RuntimeException e) {
            unusable = row.id();
            LOG.error("Model {} cannot serve; the one in memory, if any, goes on", row.id(), e);
        }
    }

    private Entry entry(ModelStore.Row row) {
        return new Entry(json.readValue(row.artefact(), ModelArtefact.class), row.published(), row.scoredAt());
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
