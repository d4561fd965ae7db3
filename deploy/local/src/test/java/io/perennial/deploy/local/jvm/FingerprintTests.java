package io.perennial.deploy.local.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTests {

    @TempDir
    Path folder;

    @Test
    void aJarPackedAgainWithTheSameContentIsTheSame() throws IOException {
        var one = jar("one.jar", 1_000_000_000_000L, "same");
        var two = jar("two.jar", 1_700_000_000_000L, "same");
        assertThat(Fingerprint.ofContents(one)).isEqualTo(Fingerprint.ofContents(two));
    }

    @Test
    void otherContentIsAnother() throws IOException {
        assertThat(Fingerprint.ofContents(jar("one.jar", 0, "this")))
                .isNotEqualTo(Fingerprint.ofContents(jar("two.jar", 0, "that")));
    }

    private Path jar(String name, long time, String content) throws IOException {
        var file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            var entry = new ZipEntry("A.class");
            entry.setTime(time);
            zip.putNextEntry(entry);
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file;
    }
}
