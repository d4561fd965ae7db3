package io.perennial.deploy.local.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class TakenPortsTests {

    @Test
    void whoSitsOnAPortIsNamedWithTheOptionThatGoesElsewhere() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var plan = PortPlan.free().with(Port.KAFKA, socket.getLocalPort());
            assertThat(TakenPorts.among(plan, port -> true))
                    .singleElement()
                    .asString()
                    .contains("port " + socket.getLocalPort() + ", which kafka needs")
                    .contains("pid " + ProcessHandle.current().pid() + " (")
                    .contains("java")
                    .contains("--port kafka=N");
        }
    }

    @Test
    void aServicesSecondPortIsLookedAtToo() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var plan = PortPlan.free().with(Port.CHURN, socket.getLocalPort() - PortPlan.MANAGEMENT_DISTANCE);
            assertThat(TakenPorts.among(plan, port -> port == Port.CHURN))
                    .singleElement()
                    .asString()
                    .contains("churn-service");
        }
    }

    @Test
    void portsOfPartsThatRunAlreadyAreNotLookedAt() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var plan = PortPlan.free().with(Port.KAFKA, socket.getLocalPort());
            assertThat(TakenPorts.among(plan, port -> port != Port.KAFKA)).isEmpty();
        }
    }
}
