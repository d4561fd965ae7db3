package io.perennial.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perennial.deploy.local.port.Port;
import io.perennial.deploy.local.process.CannotStart;
import io.perennial.deploy.local.service.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpArgumentsTests {

    @Test
    void withoutAnyTheDefaultsHold() {
        var arguments = parse();
        assertThat(arguments.detach()).isFalse();
        assertThat(arguments.empty()).isFalse();
        assertThat(arguments.demo()).isNull();
        assertThat(arguments.data()).isNull();
        assertThat(arguments.ports().of(Port.INGEST)).isEqualTo(8081);
    }

    @Test
    void anEmptySuiteHasNoDemoShopUnlessAskedFor() {
        assertThat(parse("--empty").demo()).isFalse();
        assertThat(parse("--empty", "--demo").demo()).isTrue();
    }

    @Test
    void theCommandLineWinsOverTheEnvironmentAndBothOverTheOffset() {
        var environment = Map.of("PERENNIAL_PORT_KAFKA", "30000", "PERENNIAL_PORT_SMTP", "30001");
        var arguments = UpArguments.parse(List.of("--port", "kafka=40000", "--port-offset", "100"), environment);
        assertThat(arguments.ports().of(Port.KAFKA)).isEqualTo(40000);
        assertThat(arguments.ports().of(Port.SMTP)).isEqualTo(30001);
        assertThat(arguments.ports().of(Port.POSTGRES)).isEqualTo(15532);
    }

    @Test
    void portZeroIsAFreeOne() {
        assertThat(parse("--port", "postgres=0").ports().of(Port.POSTGRES)).isPositive();
    }

    @Test
    void theDataFolderComesFromTheCommandLineOrTheEnvironment() {
        assertThat(parse("--data", "/somewhere").data()).isEqualTo(Path.of("/somewhere"));
        assertThat(UpArguments.parse(List.of(), Map.of("PERENNIAL_DATA", "/else"))
                        .data())
                .isEqualTo(Path.of("/else"));
    }

    @Test
    void aServiceCanBeLeftOut() {
        assertThat(parse("--without", "profile-service").services()).hasSize(4).doesNotContain(Service.PROFILE);
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> parse("--detatch"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("--detatch");
        assertThatThrownBy(() -> parse("--port", "kafak=1")).hasMessageContaining("kafka-controller");
        assertThatThrownBy(() -> parse("--port", "kafka")).hasMessageContaining("--port kafka=N");
        assertThatThrownBy(() -> parse("--port-offset", "x")).hasMessageContaining("'x'");
        assertThatThrownBy(() -> parse("--data")).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> parse("--without", "shop")).hasMessageContaining("churn-service");
    }

    private static UpArguments parse(String... words) {
        return UpArguments.parse(List.of(words), Map.of());
    }
}
