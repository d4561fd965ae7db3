package io.perennial.recommendation.model;

import io.perennial.common.web.Problem;
import io.perennial.recommendation.history.Interaction;
import io.perennial.recommendation.history.InteractionKind;
import io.perennial.recommendation.neighbours.ItemToItemModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.springframework.security.access.annotation.Secured;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For training elsewhere: interactions go out as lines, an artefact comes back. */
@RestController
@RequestMapping("/v1/recommendation-models")
class ExchangeController {

    private final TrainingData data;
    private final ArtefactIntake intake;

    ExchangeController(TrainingData data, ArtefactIntake intake) {
        this.data = data;
        this.intake = intake;
    }

    /**
     * Lines {@code shopper,product,kind,time} of all who may be learnt from, as training takes them; shoppers bear numbers that
     * mean nothing outside the answer and are as long as each other, so that they sort as they come. Only a product's id may
     * hold commas; what was merely seen in a list is left out.
     */
    @GetMapping(value = "/interactions", produces = "text/csv")
    @Secured("recommendations:write")
    void interactions(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        PrintWriter out = response.getWriter();
        long[] shoppers = new long[1];
        data.forEachShopper((history, personal) -> {
            if (personal) {
                String shopper = String.format(Locale.ROOT, "%010d", shoppers[0]++);
                history.newestFirst().stream()
                        .filter(ExchangeController::says)
                        .forEach(one -> out.write(line(shopper, one)));
                if (out.checkError()) {
                    throw new UncheckedIOException(new IOException("whoever asked for the interactions went away"));
                }
            }
        });
    }

    /** What was taken in. */
    record Taken(int products, int pairs, String checksum) {}

    /** Publishes an item-to-item artefact; the checksum is its SHA-256, hexadecimal. */
    @PutMapping(value = "/item-to-item", consumes = "application/octet-stream")
    @Secured("recommendations:write")
    Taken itemToItem(@RequestParam String checksum, @RequestBody byte[] artefact) {
        try {
            ItemToItemModel model = intake.itemToItem(artefact, checksum.toLowerCase(Locale.ROOT));
            return new Taken(model.products(), model.pairs(), checksum);
        } catch (IllegalStateException e) {
            throw Problem.badRequest("unreadable-artefact", e.getMessage() + "; send the file as the job wrote it")
                    .with("field", "body");
        }
    }

    private static boolean says(Interaction interaction) {
        return interaction.kind() != InteractionKind.SEEN
                && interaction.productId().chars().noneMatch(letter -> letter == '\n' || letter == '\r');
    }

    private static String line(String shopper, Interaction interaction) {
        return shopper
                + ','
                + interaction.productId()
                + ','
                + interaction.kind().name().toLowerCase(Locale.ROOT)
                + ','
                + interaction.at()
                + '\n';
    }
}
