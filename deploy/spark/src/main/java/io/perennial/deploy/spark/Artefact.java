package io.perennial.deploy.spark;

import io.perennial.recommendation.neighbours.ItemToItemCodec;
import io.perennial.recommendation.neighbours.ItemToItemModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A model as the service reads it, and the checksum it will ask for. */
final class Artefact {

    private final byte[] bytes;

    Artefact(ItemToItemModel model) {
        bytes = ItemToItemCodec.write(model);
    }

    int length() {
        return bytes.length;
    }

    /** SHA-256, hexadecimal, as the service's models have it. */
    String checksum() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Beside the file its checksum, as {@code sha256sum -c} reads it; a file that is there is whole. */
    void write(Path file) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.write(unfinished, bytes);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(
                file.resolveSibling(file.getFileName() + ".sha256"), checksum() + "  " + file.getFileName() + "\n");
    }
}
