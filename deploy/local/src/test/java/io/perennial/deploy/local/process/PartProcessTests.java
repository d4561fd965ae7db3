package io.perennial.deploy.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartProcessTests {

    @TempDir
    Path folder;

    @Test
    void aPartIsReadyWhenItSaysSo() {
        var process = started("sleep 0.2; touch %s; exec sleep 60".formatted(folder.resolve("ready")));
        process.awaitReady();
        assertThat(folder.resolve("settled")).exists();
        process.kill();
        assertThat(process.isReady()).isFalse();
    }

    @Test
    void aPartThatEndsIsNamedWithItsLastLinesAndItsLog() {
        var process = started("echo the disk is full; exit 3");
        assertThatThrownBy(process::awaitReady)
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("dummy ended before it was ready (exit code 3)")
                .hasMessageContaining("the disk is full")
                .hasMessageContaining(folder.resolve("dummy.log").toString());
    }

    @Test
    void aPartThatNeverGetsReadyIsNotWaitedForForEver() {
        var process = started("exec sleep 60");
        assertThatThrownBy(process::awaitReady).hasMessageContaining("was not ready after 1 s");
        process.stop();
        assertThat(process.isAlive()).isFalse();
    }

    private PartProcess started(String script) {
        var part = new Dummy(folder, script);
        var process = new PartProcess(part, folder, folder);
        process.start(part.command());
        return process;
    }

    /** Ready once a file is there. */
    private record Dummy(Path folder, String script) implements Part {

        @Override
        public String name() {
            return "dummy";
        }

        @Override
        public Command command() {
            return new Command(List.of("/bin/sh", "-c", script));
        }

        @Override
        public boolean ready() {
            return Files.exists(folder.resolve("ready"));
        }

        @Override
        public void settle() {
            Commands.run(
                    "settling",
                    new Command(List.of("touch", folder.resolve("settled").toString())));
        }

        @Override
        public Duration startsWithin() {
            return Duration.ofSeconds(1);
        }
    }
}
