package io.perennial.recommendation.model;

import io.perennial.recommendation.neighbours.ItemToItemCodec;
import io.perennial.recommendation.neighbours.ItemToItemModel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Publishes models that were trained elsewhere, once they have been read and add up. */
@Component
class ArtefactIntake {

    private final ModelStore store;
    private final Models models;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    ArtefactIntake(ModelStore store, Models models, TransactionTemplate transaction, JsonMapper json, Clock clock) {
        this.store = store;
        this.models = models;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** Answers here at once and on other replicas with their next poll. @throws IllegalStateException for bytes it cannot read */
    ItemToItemModel itemToItem(byte[] artefact, String checksum) {
        if (!sha256(artefact).equals(checksum)) {
            throw new IllegalStateException("The artefact's bytes do not add up to its checksum");
        }
        ItemToItemModel model = ItemToItemCodec.read(artefact);
        String provenance = json.writeValueAsString(
                Map.of("code", "trained elsewhere", "products", model.products(), "pairs", model.pairs()));
        ModelStore.Row row = new ModelStore.Row(
                UUID.randomUUID(), ModelKind.ITEM_TO_ITEM.wire(), "published", clock.instant(), provenance, checksum);
        transaction.executeWithoutResult(status -> store.publish(row, artefact));
        models.poll();
        return model;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
