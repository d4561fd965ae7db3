package io.perennial.recommendation.model;

import io.perennial.recommendation.neighbours.ItemToItemCodec;
import io.perennial.recommendation.neighbours.ItemToItemModel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Publishes models that were trained elsewhere, once they have been read and add up. */
@Component
class ArtefactIntake {

    private final Models models;

    ArtefactIntake(Models models) {
        this.models = models;
    }

    /** Answers here at once and on other replicas with their next poll. @throws IllegalStateException for bytes it cannot read */
    ItemToItemModel itemToItem(byte[] artefact, String checksum) {
        if (!Models.checksum(artefact).equals(checksum)) {
            throw new IllegalStateException("The artefact's bytes do not add up to its checksum");
        }
        ItemToItemModel model = ItemToItemCodec.read(artefact);
        models.publish(
                Map.of(ModelKind.ITEM_TO_ITEM, artefact),
                Map.of("code", "trained elsewhere", "products", model.products(), "pairs", model.pairs()));
        models.poll();
        return model;
    }
}
