package io.perennial.deploy.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessSlotTests {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private ProcessSlot slot;

    @BeforeEach
    void createSlot() {
        slot = new ProcessSlot("dummy", folder, folder);
    }

    @AfterEach
    void leaveNothing() {
        slot.stop(StopSignal.KILL, LONG);
    }

    @Test
    void anotherLauncherFindsTheProcess() {
        shell("exec sleep 60");
        assertThat(new ProcessSlot("dummy", folder, folder).pid())
                .isEqualTo(slot.pid())
                .isPresent();
    }

    @Test
    void whatItWritesGoesToItsLog() {
        shell("echo one; echo two >&2; exec sleep 60");
        await(() -> slot.log().tail(5).equals(List.of("one", "two")));
    }

    @Test
    void anOrderlyEndIsWaitedFor() {
        shell("trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.05; done");
        await(() -> slot.log().tail(1).equals(List.of("up")));
        slot.stop(StopSignal.TERM, LONG);
        assertThat(slot.isAlive()).isFalse();
        assertThat(slot.log().tail(1)).containsExactly("bye");
    }

    @Test
    void theSignalIsTheOneAskedFor() {
        shell("trap 'echo interrupted; exit 0' INT; echo up; while :; do sleep 0.05; done");
        await(() -> slot.log().tail(1).equals(List.of("up")));
        slot.stop(StopSignal.INT, LONG);
        assertThat(slot.log().tail(1)).containsExactly("interrupted");
    }

    @Test
    void whoDoesNotEndIsKilled() {
        shell("trap '' TERM; echo up; while :; do sleep 0.05; done");
        await(() -> slot.log().tail(1).equals(List.of("up")));
        slot.stop(StopSignal.TERM, SHORT);
        assertThat(slot.isAlive()).isFalse();
    }

    @Test
    void whatItStartedItselfGoesWithIt() throws IOException {
        var child = childOf("sleep 60 & echo $! > %s; exec sleep 60");
        slot.stop(StopSignal.TERM, LONG);
        await(() -> ProcessIdentity.of(child).isEmpty());
    }

    @Test
    void childrenOfOneThatCrashedGoToo() throws IOException {
        var child = childOf("sleep 60 & echo $! > %s; exec sleep 60");
        Signals.send(slot.pid().orElseThrow(), StopSignal.KILL);
        await(() -> !slot.isAlive());
        assertThat(ProcessIdentity.of(child)).isPresent();
        slot.stop(StopSignal.TERM, LONG);
        await(() -> ProcessIdentity.of(child).isEmpty());
    }

    @Test
    void aStrangerWithTheSamePidIsLeftAlone() throws IOException {
        shell("exec sleep 60");
        var pid = slot.pid().orElseThrow();
        var written = folder.resolve("dummy.pid");
        var ours = Files.readString(written);
        Files.writeString(written, pid + " started-long-ago\n");
        assertThat(slot.isAlive()).isFalse();
        slot.stop(StopSignal.KILL, LONG);
        assertThat(ProcessIdentity.of(pid)).isPresent();
        Files.writeString(written, ours);
    }

    @Test
    void aZombieIsNotAlive() throws IOException {
        // The shell's child ends at once, and the shell, replaced by sleep, never asks for it.
        var child = childOf("true & echo $! > %s; exec sleep 60");
        await(() -> ProcessIdentity.of(child).isEmpty());
    }

    private long childOf(String script) throws IOException {
        var file = folder.resolve("child");
        shell(script.formatted(file));
        await(() -> Files.exists(file) && file.toFile().length() > 0);
        return Long.parseLong(Files.readString(file).strip());
    }

    private void shell(String script) {
        slot.start(new Command(List.of("/bin/sh", "-c", script)));
    }

    private static void await(BooleanSupplier condition) {
        var patience = new Patience(LONG);
        while (!condition.getAsBoolean()) {
            assertThat(patience.isOver()).as("waited in vain").isFalse();
            Patience.sleep(Duration.ofMillis(20));
        }
    }
}
