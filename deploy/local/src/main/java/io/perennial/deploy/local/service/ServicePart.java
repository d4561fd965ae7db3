package io.perennial.deploy.local.service;

import io.perennial.deploy.local.jvm.JavaCommand;
import io.perennial.deploy.local.jvm.JavaPart;
import io.perennial.deploy.local.process.HttpProbe;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of the five services as a process; ready when its own readiness group says so. */
public final class ServicePart implements JavaPart {

    private final Service service;
    private final Path fatJar;
    private final Path cache;
    private final int managementPort;
    private final Map<String, String> environment;
    private final List<String> options;
    private @Nullable Path jar;

    ServicePart(
            Service service,
            Path fatJar,
            Path cache,
            int managementPort,
            Map<String, String> environment,
            List<String> options) {
        this.service = service;
        this.fatJar = fatJar;
        this.cache = cache;
        this.managementPort = managementPort;
        this.environment = Map.copyOf(environment);
        this.options = List.copyOf(options);
    }

    @Override
    public String name() {
        return service.module();
    }

    @Override
    public void prepare() {
        jar();
    }

    @Override
    public JavaCommand java() {
        return new JavaCommand(service.heap(), options, List.of("-jar", jar().toString()), environment);
    }

    @Override
    public List<Path> classPath() {
        return List.of(jar());
    }

    @Override
    public boolean ready() {
        return HttpProbe.answersOk(readiness());
    }

    @Override
    public String doubt() {
        return readiness() + " answers " + HttpProbe.ask(readiness());
    }

    private URI readiness() {
        return URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness");
    }

    private synchronized Path jar() {
        if (jar == null) {
            jar = UnpackedJar.of(fatJar, service.module(), cache).jar();
        }
        return jar;
    }
}
