package io.perennial.deploy.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perennial.deploy.replay.send.Target;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTests {

    @Test
    void whatIsNotSaidHasItsDefault() {
        ReplayOptions options = CommandLine.parse("online-retail", "a.csv");
        assertThat(options.source()).isEqualTo(SourceKind.ONLINE_RETAIL);
        assertThat(options.file()).isEqualTo(Path.of("a.csv"));
        assertThat(options.target().url()).isEqualTo(URI.create("http://localhost:8081"));
        assertThat(options.target().key()).isEqualTo("demo-write-key");
        assertThat(options.speed()).isInfinite();
        assertThat(options.marketing().share()).isEqualTo(0.6);
        assertThat(options.marketing().seed()).isEqualTo(42);
        assertThat(options.end()).isNull();
        assertThat(options.endNow()).isFalse();
        assertThat(options.simulation().moments()).isTrue();
    }

    @Test
    void everythingCanBeSaid() {
        ReplayOptions options = CommandLine.parse(
                ("simulated --end 2026-01-01T00:00:00Z --speed 3600 --url http://there:1 --key k --limit 5 --repeat 2"
                                + " --batch 7 --connections 3 --gzip --patience 1.5 --marketing-share .5 --seed 1 --dirty d"
                                + " --shoppers 9 --days 8 --no-live-moments --live 60 --live-speed 10")
                        .split(" ", -1));
        assertThat(options.end()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(options.speed()).isEqualTo(3600);
        assertThat(options.limit()).isEqualTo(5);
        assertThat(options.repeat()).isEqualTo(2);
        assertThat(options.target())
                .isEqualTo(new Target(URI.create("http://there:1"), "k", 7, 3, true, Duration.ofMillis(1500)));
        assertThat(options.dirty()).isEqualTo(Path.of("d"));
        assertThat(options.simulation())
                .isEqualTo(new ReplayOptions.Simulation(9, 8, false, Duration.ofSeconds(60), 10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "amazon a.csv; there is no source amazon, only online-retail, retailrocket, rees46, simulated",
                "online-retail; online-retail needs the path of its file",
                "simulated a.csv; the simulated shop reads no file",
                "rees46 a --fast; there is no option --fast",
                "rees46 a --limit; --limit needs a value",
                "rees46 a --limit many; --limit",
                "rees46 a --end tomorrow; --end",
                "rees46 a --end-now --end 2026-01-01T00:00:00Z; exclude each other",
                "rees46 a --speed 0; the speed has to be positive",
                "rees46 a --batch 2501; a batch has 1 to 2500 messages",
                "rees46 a --url localhost; the url has to read like http://localhost:8081",
                "rees46 a --marketing-share 60; a share lies between 0 and 1",
            })
    void nonsenseIsRefusedWithTheReason(String arguments, String reason) {
        assertThatThrownBy(() -> CommandLine.parse(arguments.split(" ", -1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
