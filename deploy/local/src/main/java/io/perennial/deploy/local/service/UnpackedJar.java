package io.perennial.deploy.local.service;

import io.perennial.deploy.local.jvm.Fingerprint;
import io.perennial.deploy.local.jvm.JavaCommand;
import io.perennial.deploy.local.process.Command;
import io.perennial.deploy.local.process.Commands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A Spring Boot jar taken apart into a thin jar and its libraries: only so can a JVM keep an AOT cache of it. */
record UnpackedJar(Path jar) {

    /** Unpacks unless this very content was unpacked before; drops what older builds left. */
    static UnpackedJar of(Path fat, String module, Path cache) {
        var services = cache.resolve("services");
        var folder = services.resolve(module + "-" + Fingerprint.ofContents(fat));
        if (!Files.isDirectory(folder)) {
            try {
                Files.createDirectories(services);
                forgetOlder(services, module);
                var half = Files.createTempDirectory(services, "unpacking-");
                extract(fat, half);
                Files.move(half, folder);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot unpack " + fat, e);
            }
        }
        return new UnpackedJar(folder.resolve(fat.getFileName().toString()));
    }

    private static void extract(Path fat, Path folder) {
        var line = List.of(
                JavaCommand.program(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                fat.toString(),
                "extract",
                "--force",
                "--destination",
                folder.toString());
        Commands.run("unpacking " + fat.getFileName(), new Command(line));
    }

    private static void forgetOlder(Path services, String module) throws IOException {
        try (Stream<Path> folders = Files.list(services)) {
            for (var folder : folders.toList()) {
                if (folder.getFileName().toString().startsWith(module + "-")) {
                    delete(folder);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
