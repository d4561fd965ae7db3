package io.perennial.recommendation.model;

import io.perennial.recommendation.blend.BlendCodec;
import io.perennial.recommendation.blend.BlendModel;
import io.perennial.recommendation.neighbours.ItemToItemCodec;
import io.perennial.recommendation.popularity.PopularityCodec;
import io.perennial.recommendation.ranker.RankerCodec;
import io.perennial.recommendation.ranker.RankerModel;
import io.perennial.recommendation.repurchase.RepurchaseCodec;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The registry: publishes models, follows what other replicas publish, and holds the ones that answer. A swap is one
 * reference; a request keeps the models it began with. A model that cannot be read leaves the one before in place.
 */
@Service
public class Models {

    private static final Logger LOG = LoggerFactory.getLogger(Models.class);

    private final ModelStore store;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    private final Map<ModelKind, UUID> loaded = new EnumMap<>(ModelKind.class);
    private final Map<ModelKind, UUID> unreadable = new EnumMap<>(ModelKind.class);
    private volatile CurrentModels current = CurrentModels.NONE;
    private volatile @Nullable Instant trainedAt;
    private volatile List<UUID> answering = List.of();

    Models(ModelStore store, TransactionTemplate transaction, JsonMapper json, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** The models that answer now. */
    public CurrentModels current() {
        return current;
    }

    /** The ids of the models that answer now. */
    public List<UUID> answering() {
        return answering;
    }

    /** The age of the newest model that answers; null before the first. */
    @Nullable Duration age() {
        Instant at = trainedAt;
        return at == null ? null : Duration.between(at, clock.instant());
    }

    /** Whether a published model could not be read here, so that an older one answers. */
    synchronized boolean degraded() {
        return !unreadable.isEmpty();
    }

    /**
     * Publishes artefacts in place of those of their kinds that stand, together or not at all; every replica polls for them. Their common
     * provenance is told as JSON.
     */
    void publish(Map<ModelKind, byte[]> artefacts, Object provenance) {
        String written = json.writeValueAsString(provenance);
        Instant now = clock.instant();
        transaction.executeWithoutResult(
                status -> new TreeMap<>(artefacts).forEach((kind, artefact) -> publish(kind, artefact, written, now)));
    }

    /** Takes a model back, and nothing comes in its place; of those an answer can do without. */
    void retire(ModelKind kind) {
        store.retire(kind.wire());
    }

    /** Where the blend that answers everywhere comes from; null where there is none. */
    @Nullable BlendProvenance publishedBlend() {
        UUID modelId = store.published().get(ModelKind.BLEND.wire());
        ModelStore.Row row = modelId == null ? null : store.find(modelId);
        return row == null ? null : json.readValue(row.provenance(), BlendProvenance.class);
    }

    /** Loads what has been published since; does nothing where nothing has. */
    synchronized void poll() {
        Map<String, UUID> published = store.published();
        for (ModelKind kind : ModelKind.values()) {
            UUID modelId = published.get(kind.wire());
            if (modelId != null && !modelId.equals(loaded.get(kind)) && !modelId.equals(unreadable.get(kind))) {
                load(kind, modelId);
            }
        }
        if (!published.containsKey(ModelKind.BLEND.wire()) && loaded.remove(ModelKind.BLEND) != null) {
            answerWith(current.with(BlendModel.EMPTY));
        }
        if (!published.containsKey(ModelKind.RANKER.wire()) && loaded.remove(ModelKind.RANKER) != null) {
            answerWith(current.with(RankerModel.EMPTY));
        }
    }

    private void answerWith(CurrentModels models) {
        current = models;
        answering = List.copyOf(loaded.values());
    }

    private void load(ModelKind kind, UUID modelId) {
        byte[] artefact = store.artefact(modelId);
        ModelStore.Row row = store.find(modelId);
        if (artefact == null || row == null) {
            return; // replaced in between: the next poll finds its successor
        }
        try {
            if (!checksum(artefact).equals(row.checksum())) {
                throw new IllegalStateException("its bytes do not add up to its checksum");
            }
            CurrentModels before = current;
            CurrentModels after = switch (kind) {
                case ITEM_TO_ITEM -> before.with(ItemToItemCodec.read(artefact));
                case POPULARITY -> before.with(PopularityCodec.read(artefact));
                case BASKET -> before.withBasket(ItemToItemCodec.read(artefact));
                case REPURCHASE -> before.with(RepurchaseCodec.read(artefact));
                case BLEND -> before.with(BlendCodec.read(artefact));
                case RANKER -> before.with(RankerCodec.read(artefact));
            };
            trainedAt = row.trainedAt();
            loaded.put(kind, modelId);
            answerWith(after);
            unreadable.remove(kind);
            LOG.info("{} model {} of {} answers now", kind.wire(), modelId, row.trainedAt());
        } catch (IllegalStateException e) {
            unreadable.put(kind, modelId);
            LOG.error("{} model {} cannot be read, the one before goes on answering", kind.wire(), modelId, e);
        }
    }

    private void publish(ModelKind kind, byte[] artefact, String provenance, Instant now) {
        store.publish(
                new ModelStore.Row(UUID.randomUUID(), kind.wire(), "published", now, provenance, checksum(artefact)),
                artefact);
    }

    /** SHA-256, hexadecimal. */
    static String checksum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
