package io.perennial.deploy.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The generated password of every role, kept in the data folder and readable by its owner only. */
final class Passwords {

    private static final int BYTES = 16;

    private final Path file;
    private final Properties known = new Properties();

    private Passwords(Path file) {
        this.file = file;
    }

    static Passwords in(Path data) {
        var passwords = new Passwords(data.resolve("passwords.properties"));
        passwords.load();
        return passwords;
    }

    /** The role's password, made up when first asked for. */
    synchronized String of(String role) {
        var password = known.getProperty(role);
        if (password == null) {
            password = random();
            known.setProperty(role, password);
            store();
        }
        return password;
    }

    private void load() {
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                known.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void store() {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (var out = Files.newBufferedWriter(file)) {
                known.store(out, "PostgreSQL roles of this data folder");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
