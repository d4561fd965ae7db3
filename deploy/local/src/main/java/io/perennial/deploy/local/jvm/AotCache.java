package io.perennial.deploy.local.jvm;

import io.perennial.deploy.local.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a JDK 25 learnt from one run of a part (loaded and linked classes, profiles), so that the next run starts in half
 * the time. Belongs to exactly these jars, this JDK and these options.
 */
public final class AotCache {

    private final Path folder;
    private final JavaPart part;

    public AotCache(Path cache, JavaPart part) {
        this.folder = cache.resolve("aot");
        this.part = part;
    }

    public boolean isRecorded() {
        return Files.exists(file());
    }

    /** The part's command, with the cache where there is one. */
    public Command command() {
        return isRecorded()
                ? part.java().with(List.of("-XX:AOTCache=" + file(), "-Xlog:aot*=error", "-Xlog:cds*=error"))
                : part.java().plain();
    }

    /** The part's command, recording; the JVM writes when it ends, which takes seconds. */
    public Command recording() {
        create();
        return part.java().with(List.of("-XX:AOTCacheOutput=" + unfinished(), "-Xlog:aot*=error", "-Xlog:cds*=error"));
    }

    /** Puts what a recording run wrote in place of older ones; says whether it wrote anything. */
    public boolean finish() {
        try {
            if (!Files.exists(unfinished())) {
                return false;
            }
            forgetOlder();
            Files.move(unfinished(), file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void create() {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(unfinished());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forgetOlder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            var older = files.filter(file -> {
                        var name = file.getFileName().toString();
                        return name.startsWith(part.name() + "-") && name.endsWith(".aot");
                    })
                    .toList();
            for (var file : older) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Path file() {
        return folder.resolve(part.name() + "-"
                + Fingerprint.ofFiles(part.classPath(), part.java().identity()) + ".aot");
    }

    private Path unfinished() {
        return folder.resolve(part.name() + ".recording");
    }
}
