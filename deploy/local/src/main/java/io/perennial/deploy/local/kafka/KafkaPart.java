package io.perennial.deploy.local.kafka;

import io.perennial.common.topic.TopicPlan;
import io.perennial.deploy.local.jvm.JavaCommand;
import io.perennial.deploy.local.jvm.JavaPart;
import io.perennial.deploy.local.process.Commands;
import io.perennial.deploy.local.process.TcpPort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;

/** A Kafka broker with its log folder; once ready it has the suite's topics. */
public final class KafkaPart implements JavaPart {

    private static final String HEAP = "256m";
    private static final int PARTITIONS = 12;
    private static final short REPLICAS = 1;
    private static final List<String> LOGGING = List.of(
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final List<Path> libraries;

    public KafkaPart(Path data, int port, int controllerPort, List<Path> libraries) {
        this.folder = data.resolve("kafka");
        this.port = port;
        this.controllerPort = controllerPort;
        this.libraries = List.copyOf(libraries);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public void prepare() {
        try {
            Files.createDirectories(folder);
            Files.writeString(settings(), new BrokerSettings(logs(), port, controllerPort).text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Files.exists(logs().resolve("meta.properties"))) {
            format();
        }
    }

    @Override
    public JavaCommand java() {
        return broker("kafka.Kafka", settings().toString());
    }

    @Override
    public List<Path> classPath() {
        return libraries;
    }

    @Override
    public boolean ready() {
        return TcpPort.answers(port);
    }

    @Override
    public void settle() {
        var client = Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                60_000);
        try (var admin = Admin.create(client)) {
            var present = admin.listTopics().names().get();
            var missing = TopicPlan.all(PARTITIONS).stream()
                    .filter(plan -> !present.contains(plan.name()))
                    .map(plan -> new NewTopic(plan.name(), plan.partitions(), REPLICAS).configs(plan.settings()))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot create the topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating the topics", e);
        }
    }

    private void format() {
        var cluster = Uuid.randomUuid().toString();
        Commands.run(
                "formatting Kafka's log folder",
                broker(
                                "kafka.tools.StorageTool",
                                "format",
                                "-t",
                                cluster,
                                "-c",
                                settings().toString())
                        .plain());
    }

    private JavaCommand broker(String main, String... arguments) {
        var classPath = libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        var what = new ArrayList<>(List.of("-cp", classPath, main));
        what.addAll(List.of(arguments));
        return new JavaCommand(HEAP, LOGGING, what);
    }

    private Path settings() {
        return folder.resolve("server.properties");
    }

    private Path logs() {
        return folder.resolve("logs");
    }
}
