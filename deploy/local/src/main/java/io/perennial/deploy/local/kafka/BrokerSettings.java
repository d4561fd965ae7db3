package io.perennial.deploy.local.kafka;

import java.nio.file.Path;

/** A broker that is its own controller, small, and listening on this machine only. */
record BrokerSettings(Path logs, int port, int controllerPort) {

    String text() {
        return """
                # Written at every start.
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listeners=CLIENT://127.0.0.1:%2$d,CONTROLLER://127.0.0.1:%1$d
                advertised.listeners=CLIENT://127.0.0.1:%2$d
                listener.security.protocol.map=CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=CLIENT
                log.dirs=%3$s

                # One broker keeps the only copy.
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=12
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                auto.create.topics.enable=false
                # As much as the services' producers may send.
                message.max.bytes=8388608

                # Nobody waits for others to join a group of one.
                group.initial.rebalance.delay.ms=0

                # A laptop: few threads, a small cleaner (the usual one takes 128 MB of heap).
                num.io.threads=4
                num.network.threads=2
                log.cleaner.dedupe.buffer.size=8388608
                log.index.size.max.bytes=1048576
                log.segment.bytes=134217728
                """.formatted(controllerPort, port, logs);
    }
}
